import { deepStrictEqual } from "node:assert";
import { worseThan, type Model } from "../../main/resources/web/app/board/model-figures";

const model = (category: number, department: number): Model =>
  ({ figures: { category: { top1: category }, department: { top1: department } } }) as Model;

Deno.test("worseThan_departmentsLessOftenRight_saysBothFigures", () => {
  deepStrictEqual(worseThan(model(0.8, 0.54), model(0.82, 0.35)), ["部门准确率 35.0%，在用的为 54.0%"]);
});

Deno.test("worseThan_comparedOnTheSameCases_doesNotLookAtOtherFigures", () => {
  const candidate = model(0.1, 0.1);
  candidate.figures!.comparison = {
    category: { candidate: 0.8, inUse: 0.8 } as never,
    departmentTop1: { candidate: 0.6, inUse: 0.5 } as never,
  };
  deepStrictEqual(worseThan(model(0.9, 0.9), candidate), []);
});

Deno.test("worseThan_noModelInUse_saysNothing", () => {
  deepStrictEqual(worseThan(undefined, model(0.1, 0.1)), []);
});
