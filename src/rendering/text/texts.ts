import arCards from "../../../locales/ar/cards.json" with { type: "json" };
import arDesk from "../../../locales/ar/desk.json" with { type: "json" };
import arInterface from "../../../locales/ar/interface.json" with { type: "json" };
import arPrinting from "../../../locales/ar/printing.json" with { type: "json" };
import arProblems from "../../../locales/ar/problems.json" with { type: "json" };
import arSearch from "../../../locales/ar/search.json" with { type: "json" };
import arSharing from "../../../locales/ar/sharing.json" with { type: "json" };
import arStats from "../../../locales/ar/stats.json" with { type: "json" };
import arTimeline from "../../../locales/ar/timeline.json" with { type: "json" };
import enCards from "../../../locales/en/cards.json" with { type: "json" };
import enDesk from "../../../locales/en/desk.json" with { type: "json" };
import enInterface from "../../../locales/en/interface.json" with { type: "json" };
import enPrinting from "../../../locales/en/printing.json" with { type: "json" };
import enProblems from "../../../locales/en/problems.json" with { type: "json" };
import enSearch from "../../../locales/en/search.json" with { type: "json" };
import enSharing from "../../../locales/en/sharing.json" with { type: "json" };
import enStats from "../../../locales/en/stats.json" with { type: "json" };
import enTimeline from "../../../locales/en/timeline.json" with { type: "json" };

/** All words that people see, by language and file. */
export const texts = {
  ar: {
    cards: arCards,
    desk: arDesk,
    interface: arInterface,
    printing: arPrinting,
    problems: arProblems,
    search: arSearch,
    sharing: arSharing,
    stats: arStats,
    timeline: arTimeline,
  },
  en: {
    cards: enCards,
    desk: enDesk,
    interface: enInterface,
    printing: enPrinting,
    problems: enProblems,
    search: enSearch,
    sharing: enSharing,
    stats: enStats,
    timeline: enTimeline,
  },
} as const;
