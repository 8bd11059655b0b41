// The picture of the fixture's run, composed at many moments: stable, and free of lines through boxes.
import { beforeAll, describe, expect, it } from "vitest";
import type { MomentFacts } from "../../../protocol/session.ts";
import { fixtureBackend } from "../../fixture/backend.ts";
import { hits } from "./geometry.ts";
import { type Picture, Scene } from "./scene.ts";

const NODE = 0x1015_2e60;

describe("the scene", () => {
  const backend = fixtureBackend();
  let end = 0;
  beforeAll(async () => {
    end = (await backend.request("run", { file: "reverse.py", source: "", argv: [], input: { type: "ask" } }))
      .instructions;
  });

  const factsAt = (moment: number): Promise<MomentFacts> =>
    backend.request("moment", {
      moment,
      program: { instructionsBefore: 2, instructionsAfter: 2 },
      objects: {
        objectLimit: 600,
        slotLimit: 12,
        nameLimit: 40,
        frameLimit: 6,
        expanded: [],
        expandedSlotLimit: 200,
        also: [],
      },
    });
  const compose = async (scene: Scene, moment: number, width = 640): Promise<Picture> => {
    const facts = await factsAt(moment);
    return scene.compose(facts.objects!, {
      width,
      viewTop: 0,
      viewHeight: 700,
      expanded: new Set(),
      selection: NODE,
      stack: facts.program!.stack,
    });
  };

  it("draws the list as the reader sees it: four nodes in a row, each above its value", async () => {
    const picture = await compose(new Scene(), 2_485);
    const nodes = picture.objects.filter((o) => o.fact.type === "Node");
    expect(new Set(nodes.map((n) => n.box.y)).size).toBe(1);
    expect(nodes.map((n) => n.fact.address).sort()).toEqual([0x1015_2e30, NODE, 0x1015_2e90, 0x1015_2ec0]);
    for (const node of nodes) {
      const value = node.slots.find((s) => s.fact.label === "value")!.fact.value!.address;
      expect(picture.boxes.get(value)!.x).toBe(node.box.x);
    }
    expect(picture.arrows.filter((a) => a.mark === "changed").length).toBe(1);
    expect(picture.arrows.filter((a) => a.mark === "former").length).toBe(1);
    expect(picture.arrows.some((a) => a.route.stub)).toBe(false);
  });

  it("keeps every object in its place while the list is reversed, forward and back", async () => {
    const scene = new Scene();
    const first = await compose(scene, 2_440);
    for (const moment of [2_441, 2_460, 2_485, 2_500, 2_520, 2_485, 2_440]) {
      const picture = await compose(scene, moment);
      for (const [address, box] of picture.boxes) {
        const before = first.boxes.get(address);
        if (before) expect({ x: box.x, y: box.y - picture.top }).toEqual({ x: before.x, y: before.y - first.top });
      }
    }
  });

  it("never draws an arrow through an object that it does not join", async () => {
    for (const width of [400, 640, 1_000]) {
      const scene = new Scene();
      for (let moment = 40; moment < end; moment += 97) {
        const picture = await compose(scene, moment, width);
        for (const arrow of picture.arrows) {
          if (arrow.route.stub) continue;
          const { points } = arrow.route;
          for (let i = 1; i < points.length; i++) {
            for (const object of picture.objects) {
              const joins = (i === 1 && arrow.id.startsWith("s")) || i === points.length - 1;
              if (joins) continue;
              expect(
                hits(points[i - 1]!, points[i]!, object.box, 0),
                `${moment} ${arrow.id} ${object.fact.address.toString(16)}`,
              ).toBe(false);
            }
          }
        }
      }
    }
  });
});
