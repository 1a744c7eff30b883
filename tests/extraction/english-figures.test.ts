import { describe, expect, it } from "vitest";
import { figuresOf } from "./english-reading.ts";

type Examples = readonly (readonly [text: string, ...figures: string[]])[];

const read: Readonly<Record<string, Examples>> = {
  "the single person that a harm names": [
    ["A tractor ran over a mine, killing the driver outright.", "killed persons 1"],
    ["A shell fell on the yard, badly wounding his brother.", "injured persons 1"],
    ["Two nurses were killed and a third was badly hurt.", "killed medics 2", "injured persons 1"],
  ],
  "words between those counted and the harm": [
    ["Another 120 people, he said, were hurt.", "injured persons 120"],
    ["A girl pulled from a burning flat died.", "killed children 1"],
    ["Three soldiers who tried to flee were shot dead.", "killed soldiers 3"],
    [
      "Some 900 villagers, or 200 families, had fled their homes.",
      "displaced persons 900 about",
      "displaced households 200",
    ],
    ["At least 15 reporters are being held.", "detained journalists 15 at_least"],
    ["Armed men made off with 80 pupils.", "abducted children 80"],
    ["Some 1.2m people remain displaced.", "displaced persons 1200000 about"],
    ["Two detainees died in their cells.", "killed persons 2"],
  ],
  "what may come, what was imagined and what was not denied": [
    ["Rescuers fear the toll could pass 2,500.", "killed persons 2500 more_than forecast"],
    ["Up to 700 people could be displaced.", "displaced persons 700 up_to forecast"],
    ["In the scenario 900 people are killed.", "killed persons 900 hypothetical"],
    ["He denied any loss and said four troops had been wounded.", "injured soldiers 4"],
    ["He denied that four troops had been wounded.", "injured soldiers 4 denied"],
  ],
  "fled from a place, named": [
    ["Some 900 families fled Kalma camp.", "displaced households 900 about"],
  ],
  "lists that add up": [
    [
      "Two people, a man and a woman, were killed.",
      "killed persons 2",
      "killed men 1 of 0",
      "killed women 1 of 0",
    ],
    [
      "Fighting has claimed 58 lives in the county, the mayor said: 31 in Leer, 19 in Mayom and eight in Koch.",
      "killed persons 58",
      "killed persons 31",
      "killed persons 19",
      "killed persons 8",
    ],
  ],
  "a part that begins a sentence": [
    ["Among them were three ministers.", "killed persons 3 of before"],
    ["Eleven of them were children.", "killed children 11 of before"],
  ],
  "harm before those counted": [
    ["The raid killed 12 villagers near the river.", "killed persons 12"],
    ["A gunman opened fire, wounding nine.", "injured persons 9"],
    ["Strike kills 12, wounds 30", "killed persons 12", "injured persons 30"],
    [
      "The bomb went off at noon, killing a woman and her two children.",
      "killed women 1",
      "killed children 2",
    ],
    ["A blast killed three farmers and two teachers.", "killed persons 3", "killed persons 2"],
    ["The attack killed him and two of his bodyguards.", "killed persons 2"],
    [
      "A guide was killed and two others, including a porter, were hurt.",
      "killed persons 1",
      "injured persons 2",
      "injured persons 1 of 1",
    ],
    ["Gunfire killed two in Homs and five in Hama.", "killed persons 2", "killed persons 5"],
  ],
  "those counted before the harm": [
    ["Nine nurses were killed in the fire.", "killed medics 9"],
    ["A policeman was killed on Monday.", "killed police 1"],
    ["A second miner has died after the collapse.", "killed persons 1"],
    ["Two men, a woman and a boy were shot dead.", ...["men 2", "women 1", "children 1"].map(dead)],
    ["Six traders missing since Monday have been found dead.", "killed persons 6"],
    ["Four hostages kidnapped in May have been killed.", "killed persons 4"],
    ["12 dead, dozens hurt in train crash", "killed persons 12", "injured persons dozens"],
    ["US soldier killed in ambush", "killed soldiers 1"],
    ["15 soldiers, 20 militants killed in clashes", "killed soldiers 15", "killed combatants 20"],
    ["One person died and another was hurt.", "killed persons 1", "injured persons 1"],
    ["Killed were three policemen and a nurse.", "killed police 3", "killed medics 1"],
    ["Dead: 12", "killed persons 12"],
    ["Seven people lost their lives when the roof fell in.", "killed persons 7"],
  ],
  "nouns of harm": [
    ["The clashes led to the deaths of 15 rebels.", "killed combatants 15"],
    ["The storm caused 14 deaths and 30 injuries.", "killed persons 14", "injured persons 30"],
    ["It recorded 64 civilian casualties.", "killed_or_injured civilians 64"],
    ["The floods claimed the lives of 40 people.", "killed persons 40"],
    ["The fire claimed 12 lives.", "killed persons 12"],
    ["The blast left three dead and 20 wounded.", "killed persons 3", "injured persons 20"],
    ["Divers recovered the bodies of 11 migrants.", "killed persons 11"],
  ],
  tolls: [
    ["The death toll rose to 14 on Friday.", "killed persons 14"],
    ["The death toll from the blast climbed from nine to 14.", "killed persons 14"],
    [
      "Officials put the death toll in the valley at more than 300.",
      "killed persons 300 more_than",
    ],
    ["The death toll has passed 2,000.", "killed persons 2000 more_than"],
    ["The number of women killed was 31.", "killed women 31"],
    ["The police revised up from two to six the death toll.", "killed persons 6"],
    ["That brings to 97 the number of farmers killed.", "killed persons 97"],
    ["The number of missing has gone up to 40.", "missing persons 40"],
    ["His death brings the number of reporters killed this year to 45.", "killed journalists 45"],
    ["It brought to 2,000 the number of US troops killed.", "killed soldiers 2000"],
  ],
  "other harms": [
    ["Police arrested 32 students.", "detained persons 32"],
    ["Gunmen abducted more than 80 schoolgirls.", "abducted children 80 more_than"],
    ["Twelve sailors are still missing.", "missing persons 12"],
    ["The fighting displaced 600 families.", "displaced households 600"],
    ["The war forced two and a half million people to flee.", "displaced persons 2500000"],
    ["The group is holding 30 hostages.", "abducted persons 30"],
    ["Shelling killed or wounded 20 soldiers.", "killed_or_injured soldiers 20"],
  ],
  parts: [
    [
      "Ten people, including three women, were killed and 25 wounded.",
      "killed persons 10",
      "killed women 3 of 0",
      "injured persons 25",
    ],
    [
      "Shells killed eight people, four of them children.",
      "killed persons 8",
      "killed children 4 of 0",
    ],
    ["At least 58 people, most of them women, have been killed.", "killed persons 58 at_least"],
    [
      "Of the 120 people killed, 45 were children.",
      "killed persons 120",
      "killed children 45 of 0",
    ],
    ["Four of those killed were girls.", "killed children 4 of before"],
    ["A doctor was among the dead.", "killed medics 1 of before"],
    ["The dead included 12 nuns.", "killed persons 12 of before"],
    [
      "Three people – two men and a child – died in the blaze.",
      "killed persons 3",
      "killed men 2 of 0",
      "killed children 1 of 0",
    ],
    [
      "They confirmed 43 deaths, 21 of them in Kerala.",
      "killed persons 43",
      "killed persons 21 of 0",
    ],
    ["Four children among 11 killed in raid", "killed children 4 of 1", "killed persons 11"],
    [
      "The office counted 227 killed (31 men and 25 women).",
      "killed persons 227",
      "killed men 31 of 0",
      "killed women 25 of 0",
    ],
    [
      "The raid killed 12, including five children, among them two girls.",
      "killed persons 12",
      "killed children 5 of 0",
      "killed children 2 of 1",
    ],
  ],
  "numbers and hedges": [
    ["Fifty-one men were killed.", "killed men 51"],
    ["Two hundred and three people were killed.", "killed persons 203"],
    ["A quarter of a million people were killed.", "killed persons 250000"],
    ["Three dozen people were hurt.", "injured persons 36"],
    ["Around 70 000 people were displaced.", "displaced persons 70000 about"],
    ["Between 20 and 30 rebels died.", "killed combatants 20-30"],
    ["Some 30 to 50 thousand people were displaced.", "displaced persons 30000-50000"],
    ["No fewer than 40 pilgrims died.", "killed persons 40 at_least"],
    ["Up to 15 people were wounded.", "injured persons 15 up_to"],
    ["Fewer than ten people were hurt.", "injured persons 10 less_than"],
    ["Scores were killed.", "killed persons scores"],
    ["Hundreds of thousands of people were uprooted.", "displaced persons thousands"],
  ],
  nobody: [
    ["No one was hurt.", "injured persons zero"],
    ["No officers were injured.", "injured police zero"],
    ["No troops were killed or injured.", "killed soldiers zero", "injured soldiers zero"],
    ["The rocket caused no casualties.", "killed_or_injured persons zero"],
    ["The blast did not cause any injuries.", "injured persons zero"],
    ["There were no immediate reports of casualties.", "killed_or_injured persons not_reported"],
  ],
  "what did not surely happen": [
    ["The army denied killing 12 civilians.", "killed civilians 12 denied"],
    ["Reports that 20 soldiers had been killed were false.", "killed soldiers 20 denied"],
    ["The toll is expected to exceed 10,000.", "killed persons 10000 more_than forecast"],
    ["Some 300 people are feared dead.", "killed persons 300 about hypothetical"],
    [
      "The bomb was meant to go off, and may have killed 40 people.",
      "killed persons 40 hypothetical",
    ],
  ],
  munitions: [
    ["Helicopters dropped 14 barrel bombs on the town.", "munitions barrel_bomb 14"],
    ["A barrage of 17 rockets landed near the base.", "munitions rocket 17"],
    ["It was part of a series of 50 US airstrikes.", "munitions airstrike 50"],
    ["Six mortar shells fell on the market.", "munitions shell 6"],
  ],
};

function dead(rest: string): string {
  return `killed ${rest}`;
}

const left: readonly string[] = [
  "The home side won 3-1, and Smith was injured in the 80th minute.",
  "The company cut 1,200 jobs and closed 12 plants.",
  "Shares fell 12 percent to $45.",
  "About 500 people attended the funeral.",
  "Nelson, 45, was killed in 2003.",
  "The bill was killed in committee by 12 votes to 8.",
  "The army sent 3,000 soldiers to the border.",
  "The fire destroyed 12 houses and killed 200 cows.",
  "12 hostages were released after talks.",
  "Fourteen of the 20 people abducted were freed.",
  "Nearly one in five of those killed had come from abroad.",
  "The rebels freed 12 of the 30 captured soldiers.",
  "A missing minor detail spoiled the plan.",
  "The avalanche buried 12 cars.",
  "The home side lost 3-1 and two points were lost.",
  "The police freed 14 students who were kidnapped in May.",
  "Air defences shot down 12 rockets.",
  "The police found 12 rockets and 40 shells in a warehouse.",
  "Some 30 people fled the restaurant without paying.",
  "Many of the district's population of 30,000 were left homeless.",
  "The number of missing documents has risen to 12.",
  "He left two children and a wife.",
  "The committee has 12 members, including three women.",
  "Forty-eight detainees, among them six women and a boy of 15, walked free on Thursday.",
  "Commanders must report any death or injury of a civilian within two days.",
  "“Nine Dead Men”, a thriller set in Trieste, opened in May.",
  "The company launched two rockets on Sunday and put 23 satellites into an orbit.",
  "The oldest brand, dating from 1828, will be killed off in April.",
  "Three inmates fled Evin prison.",
  "Three suspects fled Germany.",
  "The chain has shops in three states: 31 in Ohio, 19 in Iowa and eight in Utah.",
  "Twelve talks were held in Geneva.",
  "Thieves made off with 30 lorries.",
  "The blast killed the driver's dog.",
  "A hamstring injury kept him out for 12 weeks.",
  "Four children are killed every day.",
  "The military did not confirm any casualties.",
  "Toll rises to $12 on the bridge.",
  "The museum of the dead has 12 rooms.",
  "Two men, both nurses, were among those who walked home.",
  "Kenya took four of the ten medals.",
  "The telescope found five icy bodies beyond the planet.",
  "Train drivers announced two strikes in May.",
];

describe("English figures", () => {
  for (const [name, examples] of Object.entries(read)) {
    it.each(examples)(`${name}: %s`, (text, ...figures) => {
      expect(figuresOf(text)).toEqual(figures);
    });
  }

  it.each([
    ["Two women were among those killed.", "killed women 2 of before"],
    ["The fire took four lives.", "killed persons 4"],
    ["The blast took the lives of four.", "killed persons 4"],
    ["Divers found five bodies.", "killed persons 5"],
    ["Jets carried out two strikes in May.", "munitions airstrike 2"],
  ])("still in: %s", (text, ...figures) => {
    expect(figuresOf(text)).toEqual(figures);
  });

  it.each(left)("nothing in: %s", (text) => {
    expect(figuresOf(text)).toEqual([]);
  });
});
