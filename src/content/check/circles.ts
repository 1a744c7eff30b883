/**
 * The ids that lead back to themselves, each once, in the order of the map. An edge leads from an
 * id to those that it names.
 */
export function circular(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...edges.keys()].filter((id) => reaches(edges, id));
}

function reaches(edges: ReadonlyMap<string, readonly string[]>, start: string): boolean {
  const seen = new Set<string>();
  const open = [...(edges.get(start) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true;
    if (!seen.has(id)) open.push(...(edges.get(id) ?? []));
    seen.add(id);
  }
  return false;
}
