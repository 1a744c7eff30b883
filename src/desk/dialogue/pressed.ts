import type { Message } from "../../rendering/message/message.ts";
import { askPages } from "../pages/ask-pages.ts";
import { dateLine, figuresPage, placeLine, topicLine } from "../pages/field-pages.ts";
import { decidedPage, figurePage } from "../pages/figure-page.ts";
import { isBroken } from "../pages/preview-page.ts";
import { button, edit, message, notice, send, words } from "../pages/parts.ts";
import { readArticle } from "./collect.ts";
import type { Scene, Stepped } from "./context.ts";
import { findFigure, withFigure, type Ask, type DeskDraft, type DeskFigure } from "./draft.ts";
import { leaveOut, openChange, setField } from "./change.ts";
import { asked, deed, goOn, refuse, show } from "./moves.ts";
import type { DeskAction } from "./press.ts";
import { readDate } from "./answers.ts";
import { sealOf, storyOf } from "./story.ts";

type Of<Type extends DeskAction["type"]> = Extract<DeskAction, { readonly type: Type }>;

/** What a press does. Before the article is complete there is nothing but the article. */
export function answerPress(scene: Scene, action: DeskAction): Stepped {
  const { draft } = scene;
  switch (action.type) {
    case "read":
      return readArticle(scene);
    case "save":
      return { draft, replies: [], deeds: [deed("saved")], act: "save" };
    case "discard":
      return show(scene, [edit(surePage(scene))]);
    case "discardForSure":
      return { draft, replies: [], deeds: [deed("discarded")], act: "discard" };
    case "resume":
      return show(scene, send(...askPages(scene)));
    case "approve":
    case "return":
      return refuse(scene, "desk:press.old");
    case "keep":
    case "drop":
    case "review":
    case "change":
    case "set":
    case "leave":
    case "dropRest":
    case "topic":
    case "date":
    case "place":
    case "text":
    case "breaking":
    case "open":
    case "publish":
    case "preview":
      return draft.isRead ? within(scene, action) : refuse(scene, "desk:press.old");
  }
}

function surePage(scene: Scene): Message {
  return message(words(scene, "desk:draft.sure"), [
    [
      button(scene, "desk:draft.yes", { type: "discardForSure" }),
      button(scene, "desk:draft.no", { type: "resume" }),
    ],
  ]);
}

type Anytime = "read" | "save" | "discard" | "discardForSure" | "resume" | "approve" | "return";

function within(scene: Scene, action: Of<Exclude<DeskAction["type"], Anytime>>): Stepped {
  switch (action.type) {
    case "keep":
    case "drop":
    case "review":
    case "change":
    case "set":
    case "leave":
      return ofFigure(scene, action);
    case "dropRest":
      return dropRest(scene);
    case "topic":
    case "date":
    case "place":
      return choose(scene, action);
    case "text":
      return open(scene, action);
    case "breaking":
      return hurry(scene, action.is === "yes");
    case "open":
      return openPage(scene, action);
    case "publish":
      return publish(scene, action);
    case "preview":
      return goOn(scene, asked(scene.draft), { deeds: [] });
  }
}

function ofFigure(
  scene: Scene,
  action: Of<"keep" | "drop" | "review" | "change" | "set" | "leave">,
): Stepped {
  const one = findFigure(scene.draft, action.figure);
  if (one === undefined) return refuse(scene, "desk:press.old");
  switch (action.type) {
    case "keep":
      return decide(scene, one, "kept");
    case "drop":
      return decide(scene, one, "dropped");
    case "review":
      return review(scene, one);
    case "change":
      return openChange(scene, one, action.field);
    case "set":
      return setField(scene, one, action);
    case "leave":
      return leaveOut(scene, one, action.end);
  }
}

/** In the place of what was pressed: its choices, or what it came to. */
function review(scene: Scene, one: DeskFigure): Stepped {
  const draft: DeskDraft = { ...scene.draft, asking: { type: "figure", figure: one.figure.id } };
  return { draft, replies: [edit(figurePage({ ...scene, draft }, one))], deeds: [] };
}

function decide(scene: Scene, one: DeskFigure, decision: "kept" | "dropped"): Stepped {
  const decided = { ...one, decision };
  const draft = asked(withFigure(scene.draft, decided));
  const first = decidedPage({ ...scene, draft }, decided);
  return goOn(scene, draft, { deeds: [deed(decision, one.words)], first });
}

function dropRest(scene: Scene): Stepped {
  const open = scene.draft.figures.filter(({ decision }) => decision === "open");
  const figures = scene.draft.figures.map((one) =>
    one.decision === "open" ? { ...one, decision: "dropped" as const } : one,
  );
  const deeds = open.map(({ words }) => deed("dropped", words));
  const first = message(words(scene, "desk:figure.restDropped"));
  return goOn(scene, asked({ ...scene.draft, figures }), { deeds, first });
}

function choose(scene: Scene, action: Of<"topic" | "date" | "place">): Stepped {
  const { draft, context } = scene;
  const { topics, stories } = context.edition;
  switch (action.type) {
    case "topic":
      if (!topics.has(action.topic)) return refuse(scene, "desk:press.old");
      return goOn(scene, asked({ ...draft, topic: action.topic }), {
        deeds: [deed("topic", action.topic)],
        first: message(topicLine(scene, action.topic)),
      });
    case "date": {
      const date = readDate(action.day);
      if (date === undefined) return refuse(scene, "desk:press.old");
      const dated = asked({ ...draft, date });
      const first = message(dateLine({ ...scene, draft: dated }));
      return goOn(scene, dated, { deeds: [deed("date", action.day)], first });
    }
    case "place": {
      const place = stories.get(action.story)?.place;
      if (place === undefined) return refuse(scene, "desk:press.old");
      const placed = asked({ ...draft, place });
      const first = message(placeLine({ ...scene, draft: placed }));
      return goOn(scene, placed, { deeds: [deed("place", place.ar)], first });
    }
  }
}

function hurry(scene: Scene, breaking: boolean): Stepped {
  const deeds = [deed(breaking ? "hurried" : "calmed")];
  return goOn(scene, asked({ ...scene.draft, breaking }), { deeds });
}

/** Goes back to a question; its answer then leads on to what is missing. */
function open(scene: Scene, asking: Ask): Stepped {
  return goOn(scene, { ...scene.draft, asking }, { deeds: [] });
}

function openPage(scene: Scene, { page }: Of<"open">): Stepped {
  if (page === "next") return goOn(scene, asked(scene.draft), { deeds: [] });
  if (page !== "figures") return open(scene, { type: page });
  const draft: DeskDraft = { ...scene.draft, asking: { type: "figures" } };
  return { draft, replies: send(figuresPage({ ...scene, draft })), deeds: [] };
}

/** Only what was seen is published: the seal is that of the preview. */
function publish(scene: Scene, { seal }: Of<"publish">): Stepped {
  const story = storyOf(scene.draft);
  const isComplete = scene.draft.figures.every(({ decision }) => decision !== "open");
  if (story === undefined || !isComplete || sealOf(story) !== seal) {
    const draft = asked(scene.draft);
    const pages = send(...askPages({ ...scene, draft }));
    return { draft, replies: [notice(scene, "desk:preview.changed"), ...pages], deeds: [] };
  }
  if (isBroken(scene.context.problems(story))) return refuse(scene, "desk:preview.broken");
  return { draft: scene.draft, replies: [], deeds: [], act: "publish" };
}
