package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.program.LayerBit;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.EnumSet;
import java.util.Set;

/// The sets that bits of layers stand for, and the answers made of them, each once.
final class Layers {
    private static final Evaluation.ImplicitlyDenied[] DENIED = denied();

    private Layers() {}

    static Set<PolicyLayer> set(int bits) {
        return DENIED[bits].blockedBy();
    }

    static Evaluation.ImplicitlyDenied implicitlyDenied(int missing) {
        return DENIED[missing];
    }

    private static Evaluation.ImplicitlyDenied[] denied() {
        Evaluation.ImplicitlyDenied[] denied = new Evaluation.ImplicitlyDenied[LayerBit.sets()];
        for (int bits = 0; bits < denied.length; bits++) {
            Set<PolicyLayer> layers = EnumSet.noneOf(PolicyLayer.class);
            for (int rest = bits; rest != 0; rest &= rest - 1) {
                layers.add(LayerBit.layer(Integer.lowestOneBit(rest)));
            }
            denied[bits] = new Evaluation.ImplicitlyDenied(layers);
        }
        return denied;
    }
}
