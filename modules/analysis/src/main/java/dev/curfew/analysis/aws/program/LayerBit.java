package dev.curfew.analysis.aws.program;

import dev.curfew.model.evaluation.PolicyLayer;

/// Layers as bits, so that a set of them is a number.
public final class LayerBit {
    private static final PolicyLayer[] BY_NUMBER = {
        PolicyLayer.SCP,
        PolicyLayer.RCP,
        PolicyLayer.BOUNDARY,
        PolicyLayer.SESSION,
        PolicyLayer.RESOURCE,
        PolicyLayer.IDENTITY,
        PolicyLayer.VPC_ENDPOINT
    };

    private LayerBit() {}

    public static int of(PolicyLayer layer) {
        return switch (layer) {
            case SCP -> 1;
            case RCP -> 1 << 1;
            case BOUNDARY -> 1 << 2;
            case SESSION -> 1 << 3;
            case RESOURCE -> 1 << 4;
            case IDENTITY -> 1 << 5;
            case VPC_ENDPOINT -> 1 << 6;
        };
    }

    /// @param bit one bit
    public static PolicyLayer layer(int bit) {
        return BY_NUMBER[Integer.numberOfTrailingZeros(bit)];
    }

    /// How many sets there are.
    public static int sets() {
        return 1 << BY_NUMBER.length;
    }
}
