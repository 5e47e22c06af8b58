package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.model.evaluation.PolicyLayer;

/// A statement that applies, or that may.
///
/// @param gives for one that allows, the bit of [Access]; else 0
/// @param section the number of the layer, or of the layer's level, that it is in
/// @param named whether the request tells that it speaks to whoever asks
/// @param certain whether it applies whatever is not known of the request
record Said(Statement statement, PolicyLayer layer, int gives, int section, boolean named, boolean certain) {

    boolean denies() {
        return gives == 0;
    }
}
