package dev.curfew.analysis.escalation;

import dev.curfew.analysis.escalation.aws.AwsEscalations;
import dev.curfew.analysis.escalation.kubernetes.KubernetesEscalations;
import dev.curfew.analysis.escalation.openbao.OpenBaoEscalations;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;

/// The ways in a snapshot on which somebody who is no administrator becomes one.
public final class Escalations {
    private Escalations() {}

    /// @param environment what exists in the AWS account besides what the snapshot tells
    /// @return what is certain first, then by identity and method
    public static List<Escalation> of(SnapshotIndex index, Environment environment) {
        List<Escalation> all = new ArrayList<>(AwsEscalations.find(index, environment));
        all.addAll(OpenBaoEscalations.find(index));
        all.addAll(KubernetesEscalations.find(index));
        all.sort(Escalation.RANKED);
        return all;
    }
}
