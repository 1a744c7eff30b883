/** The words of the page itself, in the two languages of its people. */
export type Language = "ar" | "en";

const english = {
  chats: "Chats",
  person: "You are",
  toDark: "Dark theme",
  toLight: "Light theme",
  back: "Back to the chats",
  messages: "Messages",
  message: "Message",
  post: "Post to the channel",
  send: "Send",
  commands: "Commands",
  results: "Results of the bot",
  via: "via",
  start: "Start",
  reply: "Reply",
  forward: "Forward to the bot",
  forwarded: "Forwarded from",
  attach: "Attach a text or a page",
  cancelReply: "Cancel the reply",
  close: "Close",
  ok: "OK",
  bot: "bot",
  group: "group",
  channel: "channel",
  forum: "forum",
  general: "General",
  typing: "typing…",
  reconnecting: "Reconnecting…",
  edited: "edited",
  silent: "Sent without sound",
  photo: "Photo",
  file: "File",
  spoiler: "Hidden text, press to show",
  hiddenPhoto: "Hidden photo, press to show",
  expand: "Show the whole quote",
  collapse: "Fold the quote",
  deletedMessage: "Deleted message",
  noMessages: "No messages yet",
  emptyBot: "Press Start, as a person who meets the bot for the first time.",
  today: "Today",
  yesterday: "Yesterday",
  problems: "Problems in the content folder",
  error: "Error",
  warning: "Warning",
  show: "Show",
  clock: "The time of this world",
  clockHint:
    "Everything here, the bot too, goes by this clock. It goes on running from what you set.",
  minuteLater: "1 minute later",
  tenMinutesLater: "10 minutes later",
  hourLater: "1 hour later",
  sixHoursLater: "6 hours later",
  dayLater: "1 day later",
  weekLater: "1 week later",
  setTo: "Set it to",
  set: "Set",
  replyKeyboard: "Buttons of the bot",
  pickHint: "The bot learns which chat you pick.",
  nothingFits: "None of your chats fits.",
  botJoins: "the bot joins",
  botPromoted: "the bot becomes an administrator",
  closedTopic: "This topic is closed",
  cancel: "Cancel",
  unsupported: "This kind of button does nothing here",
  readOnly: "Only administrators post in this channel",
  restricted: "You may not write in this group",
  left: "You are not in this chat",
  failed: "That did not work",
};

export type Words = Readonly<Record<keyof typeof english, string>>;

const arabic: Words = {
  chats: "المحادثات",
  person: "أنت الآن",
  toDark: "المظهر الداكن",
  toLight: "المظهر الفاتح",
  back: "العودة إلى المحادثات",
  messages: "الرسائل",
  message: "اكتب رسالة",
  post: "انشر في القناة",
  send: "إرسال",
  commands: "الأوامر",
  results: "نتائج الروبوت",
  via: "عبر",
  start: "ابدأ",
  reply: "ردّ",
  forward: "تحويل إلى الروبوت",
  forwarded: "محوّلة من",
  attach: "إرفاق نص أو صفحة",
  cancelReply: "إلغاء الرد",
  close: "إغلاق",
  ok: "حسناً",
  bot: "روبوت",
  group: "مجموعة",
  channel: "قناة",
  forum: "منتدى",
  general: "عام",
  typing: "يكتب…",
  reconnecting: "تجري إعادة الاتصال…",
  edited: "معدّلة",
  silent: "أُرسلت بلا صوت",
  photo: "صورة",
  file: "ملف",
  spoiler: "نص مخفي، اضغط لإظهاره",
  hiddenPhoto: "صورة مخفية، اضغط لإظهارها",
  expand: "إظهار الاقتباس كاملاً",
  collapse: "طيّ الاقتباس",
  deletedMessage: "رسالة محذوفة",
  noMessages: "لا رسائل بعد",
  emptyBot: "اضغط «ابدأ» كمن يلتقي الروبوت للمرة الأولى.",
  today: "اليوم",
  yesterday: "أمس",
  problems: "مشكلات مجلد المحتوى",
  error: "خطأ",
  warning: "تنبيه",
  show: "عرض",
  clock: "ساعة هذا العالم",
  clockHint: "كل ما هنا، والروبوت أيضاً، يسير على هذه الساعة. وتواصل سيرها من الوقت الذي تضبطه.",
  minuteLater: "بعد دقيقة",
  tenMinutesLater: "بعد 10 دقائق",
  hourLater: "بعد ساعة",
  sixHoursLater: "بعد 6 ساعات",
  dayLater: "بعد يوم",
  weekLater: "بعد أسبوع",
  setTo: "اضبطها على",
  set: "ضبط",
  replyKeyboard: "أزرار الروبوت",
  pickHint: "سيعرف الروبوت المحادثة التي تختارها.",
  nothingFits: "لا توجد لديك محادثة مناسبة.",
  botJoins: "ينضم الروبوت إليها",
  botPromoted: "يصبح الروبوت مشرفاً فيها",
  closedTopic: "هذا الموضوع مغلق",
  cancel: "إلغاء",
  unsupported: "هذا النوع من الأزرار لا يعمل هنا",
  readOnly: "النشر في هذه القناة للمشرفين فقط",
  restricted: "لا يمكنك الكتابة في هذه المجموعة",
  left: "لست عضواً في هذه المحادثة",
  failed: "لم ينجح ذلك",
};

const words: Readonly<Record<Language, Words>> = { ar: arabic, en: english };

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const counted = {
  problems: {
    en: { one: "1 problem in the content folder", other: "# problems in the content folder" },
    ar: {
      one: "مشكلة واحدة في مجلد المحتوى",
      two: "مشكلتان في مجلد المحتوى",
      few: "# مشكلات في مجلد المحتوى",
      many: "# مشكلة في مجلد المحتوى",
      other: "# مشكلة في مجلد المحتوى",
    },
  },
  newMessages: {
    en: { one: "1 new message", other: "# new messages" },
    ar: {
      one: "رسالة جديدة",
      two: "رسالتان جديدتان",
      few: "# رسائل جديدة",
      many: "# رسالة جديدة",
      other: "# رسالة جديدة",
    },
  },
} as const satisfies Record<string, Record<Language, Forms>>;

/** The language that a person's tag asks for; English where it is neither. */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith("ar") ? "ar" : "en";
}

export function wordsOf(language: Language): Words {
  return words[language];
}

/** A phrase with a whole number, in the plural form that the number takes. */
export function countWords(
  language: Language,
  phrase: keyof typeof counted,
  count: number,
): string {
  const forms: Forms = counted[phrase][language];
  const form = new Intl.PluralRules(language).select(count);
  return (forms[form] ?? forms.other).replace("#", String(count));
}
