import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Starts the simulated fortnight first: begun last, it would keep one worker busy alone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => moduleId.includes("/test/simulation/");
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
