import { complaintsOf } from "./complaints.ts";
import { given } from "./given.ts";
import type { NewsroomReading } from "./reading.ts";
import { newsroomFile } from "../schema/newsroom.ts";

/** The data of `newsroom.yaml`. */
export function readNewsroom(data: unknown): NewsroomReading {
  const parsed = newsroomFile.safeParse(data);
  if (!parsed.success) {
    const complaints = complaintsOf(parsed.error, data);
    return { type: "newsroom", newsroom: undefined, complaints };
  }
  const { name, licence } = parsed.data;
  const ofLicence = licence && { name: licence.name, ...given({ url: licence.url }) };
  const newsroom = { name, ...given({ licence: ofLicence }) };
  return { type: "newsroom", newsroom, complaints: [] };
}
