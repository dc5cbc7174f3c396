import { edge } from "../../src/article/tagger/features.ts";
import { particleFeatures } from "../../src/article/tagger/particles.ts";
import type { Weights } from "../../src/article/tagger/weights.ts";
import type { ParticleCase } from "./examples.ts";

const epochs = 20;
const rate = 0.1;
/** Weights below it change nothing and are not kept. */
const smallest = 0.02;

/** Fits the log-linear model that parts particles from names, by stochastic gradient steps (AdaGrad). */
export function trainParticles(
  cases: readonly ParticleCase[],
): Pick<Weights, "particleHashes" | "particleWeights"> {
  const weights = new Map<number, number>();
  const squares = new Map<number, number>();
  const examples = cases.map(({ prepared, first, name, readings, right }) => {
    const { words } = prepared;
    const word = words[first] ?? edge;
    const after = words[first + 1] ?? edge;
    return {
      right,
      readings: readings.map((reading) => {
        const features: number[] = [];
        const itself = reading.particles === 0 ? 1 : 0;
        const isElsewhere = words.filter(({ folded }) => folded === reading.folded).length > itself;
        particleFeatures(word, after.word, name.type, reading, isElsewhere, (feature) =>
          features.push(feature >>> 0),
        );
        return features;
      }),
    };
  });
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const { readings, right } of examples) {
      const scores = readings.map((features) => {
        return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);
      });
      const top = Math.max(...scores);
      const potentials = scores.map((score) => Math.exp(score - top));
      const total = potentials.reduce((sum, value) => sum + value, 0);
      readings.forEach((features, index) => {
        const gradient = (index === right ? 1 : 0) - (potentials[index] ?? 0) / total;
        if (Math.abs(gradient) < 1e-3) return;
        for (const feature of features) {
          const square = (squares.get(feature) ?? 0.1) + gradient * gradient;
          squares.set(feature, square);
          weights.set(feature, (weights.get(feature) ?? 0) + (rate * gradient) / Math.sqrt(square));
        }
      });
    }
  }
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) > smallest).sort(([a], [b]) => a - b);
  return {
    particleHashes: Uint32Array.from(kept, ([feature]) => feature),
    particleWeights: Float32Array.from(kept, ([, weight]) => weight),
  };
}
