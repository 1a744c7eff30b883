import { describe, expect, it } from "vitest";
import { asMember, bench, token, type Bench } from "./harness.ts";

const file = { name: "report.txt", mime: "text/plain", base64: "2YLZj9iq2YQ=" };

interface Sent {
  readonly document?: { readonly file_id: string };
}

interface Update {
  readonly message?: Sent;
  readonly edited_message?: Sent;
}

async function updates(b: Bench): Promise<readonly Update[]> {
  const { result } = await b.call("getUpdates", {});
  return result;
}

describe("what people send", () => {
  it("a document comes with its name, type, size and caption, and its bytes by getFile", async () => {
    const b = await bench();
    b.world.say({ person: b.layla, chat: b.layla, text: "a *caption*", file });
    const message = (await updates(b)).at(-1)?.message;
    expect(message).toMatchObject({
      caption: "a *caption*",
      document: { file_name: "report.txt", mime_type: "text/plain", file_size: 8 },
    });
    expect(message).not.toHaveProperty("text");
    const { result } = await b.call("getFile", { file_id: message?.document?.file_id });
    const bytes = await fetch(`${b.apiRoot}/file/bot${token}/${result.file_path}`);
    expect(await bytes.text()).toBe("قُتل");
    const other = await fetch(`${b.apiRoot}/file/bot1:x/${result.file_path}`);
    expect(other.status).toBe(401);
  });

  it("an empty file is not sent", async () => {
    const b = await bench();
    const empty = { ...file, base64: "" };
    expect(() => b.world.say({ person: b.layla, chat: b.layla, text: "", file: empty })).toThrow(
      "report.txt is empty",
    );
  });

  it("a caption that is edited comes as an edited message with its file", async () => {
    const b = await bench();
    const messageId = b.world.say({ person: b.layla, chat: b.layla, text: "one", file });
    b.world.reword({ chat: b.layla, messageId, text: "two" });
    expect((await updates(b)).at(-1)?.edited_message).toMatchObject({
      message_id: messageId,
      caption: "two",
      document: { file_name: "report.txt" },
    });
  });

  it("a message that is forwarded names its first author, and is no command of the sender", async () => {
    const b = await bench();
    const james = b.world.addPerson({ firstName: "James" });
    const group = b.world.addSupergroup({
      title: "News",
      members: { ...asMember, [b.layla]: { status: "member" }, [james]: { status: "member" } },
    });
    const messageId = b.world.say({ person: james, chat: group, text: "what James wrote" });
    b.world.forward({ person: b.layla, from: group, messageId, chat: b.layla });
    expect((await updates(b)).at(-1)?.message).toMatchObject({
      from: { id: b.layla },
      text: "what James wrote",
      forward_origin: { type: "user", sender_user: { id: james, first_name: "James" } },
    });
    expect(b.messages(b.layla).at(-1)?.forwardedFrom).toBe("James");
  });

  it("nobody forwards what they do not see", async () => {
    const b = await bench();
    const james = b.world.addPerson({ firstName: "James" });
    const messageId = b.world.say({ person: james, chat: james, text: "a secret" });
    expect(() =>
      b.world.forward({ person: b.layla, from: james, messageId, chat: b.layla }),
    ).toThrow("does not see");
  });
});
