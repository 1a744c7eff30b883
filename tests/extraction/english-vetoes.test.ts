import { describe, expect, it } from "vitest";
import { figuresOf } from "./english-reading.ts";

/** What is no casualty after all, and what stands near it and is one. */
const pairs: readonly (readonly [left: string, text: string, ...figures: string[]])[] = [
  [
    "For every 100 births there were 130 deaths.",
    "After 100 days there were 130 deaths.",
    "killed persons 130",
  ],
  [
    "Every year 300,000 people die of malaria.",
    "That year 300,000 people died of malaria.",
    "killed persons 300000",
  ],
  [
    "About 1.3 million people are killed on roads each year.",
    "About 30 people were killed on a road that is mended each year.",
    "killed persons 30 about",
  ],
  [
    "Two missing children were found safe.",
    "Two missing children were found in a well.",
    "missing children 2",
  ],
  [
    "Twelve displaced families returned home.",
    "Twelve displaced families lived in a school.",
    "displaced households 12",
  ],
  [
    "The novel, in which 12 soldiers are killed, won a prize.",
    "The battle, in which 12 soldiers were killed, lasted a day.",
    "killed soldiers 12",
  ],
  [
    "In the film three sisters are murdered.",
    "In the village three sisters were murdered.",
    "killed women 3",
  ],
  ["The airline lost 300 pilots to rivals.", "The widow lost two brothers.", "killed persons 2"],
  ["The team lost three men to injury.", "The patrol lost three men.", "killed men 3"],
  [
    "It regrets the loss of 700 teachers to other countries.",
    "It regrets the loss of 700 teachers in the war.",
    "killed persons 700",
  ],
  ["A bus took the 40 women to the capital.", "The fire took 40 lives.", "killed persons 40"],
  [
    "The agency feeds 12,000 displaced people.",
    "The war left 12,000 displaced people.",
    "displaced persons 12000",
  ],
  [
    "Three candidates were eliminated after the vote.",
    "Three gunmen were eliminated after a chase.",
    "killed combatants 3",
  ],
  ["She captured 12 people on film.", "The rebels captured 12 people.", "detained persons 12"],
  ["Her novel is about 12 men who die.", "A novel weapon killed 12 people.", "killed persons 12"],
  ["“Nine Dead Men” opened in May.", "“Nine dead men” lay there in May.", "killed men 9"],
  ["It is a song about a man who died.", "There was a man who died.", "killed men 1"],
  [
    "The school teaches 40 disabled children.",
    "The blast maimed 40 children.",
    "injured children 40",
  ],
  [
    "Teams destroyed 240 mines and 31 unexploded shells.",
    "The army laid 240 mines.",
    "munitions mine 240",
  ],
  [
    "Eleven people were hospitalised with flu.",
    "Eleven people were hospitalised after the crash.",
    "injured persons 11",
  ],
  [
    "Growth brought three new shops, bringing the total to 45.",
    "Twelve more died, bringing the total to 45.",
    "killed persons 12",
    "killed persons 45",
  ],
  [
    "In two accounts 3.4 million was missing.",
    "In two valleys 34 people were missing.",
    "missing persons 34",
  ],
  [
    "The start-up burned 40 million in 18 months.",
    "In 18 months 4 million people were displaced.",
    "displaced persons 4000000",
  ],
  ["Both soldiers and civilians were killed.", "Both soldiers were killed.", "killed soldiers 2"],
  ["Both sides were hurt by the tariffs.", "Both of the women were hurt.", "injured women 2"],
  [
    "Four plants shut and as many opened.",
    "Four people were killed and at least as many injured.",
    "killed persons 4",
    "injured persons 4 at_least",
  ],
];

/** Read beside others that are left alone. */
const beside: readonly (readonly [text: string, ...figures: string[]])[] = [
  ["Twelve more died, bringing the total to 45 days.", "killed persons 12"],
  [
    "Twelve died and nine were hurt, bringing the total to 45.",
    "killed persons 12",
    "injured persons 9",
  ],
  ["Fourteen people were killed, as many as 12 of whom were hit.", "killed persons 14"],
  ["The blast wounded 14, two critically.", "injured persons 14", "injured persons 2 of 0"],
  ["No one has been killed since May, and the five men will go home.", "killed persons zero"],
  ["The five men on death row wrote a letter, and three men died.", "killed men 3"],
  ["Five people were killed and twice as many injured.", "killed persons 5"],
  ["Five people were killed and ten times as many were injured.", "killed persons 5"],
  ["The blast wounded 14, two critically ill nurses said.", "injured persons 14"],
  ["A dozen were hurt, three of them seriously.", "injured persons 12", "injured persons 3 of 0"],
];

describe("what only looks like a casualty", () => {
  it.each(pairs)("%s But: %s", (left, text, ...figures) => {
    expect(figuresOf(left)).toEqual([]);
    expect(figuresOf(text)).toEqual(figures);
  });

  it.each(beside)("%s", (text, ...figures) => {
    expect(figuresOf(text)).toEqual(figures);
  });
});
