package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.api.KubeAnswer;
import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.KubeSession;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.list.Listing;
import dev.curfew.connector.kubernetes.list.Lookup;
import dev.curfew.model.port.Progress;
import dev.curfew.model.revocation.ActionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The bindings that Curfew made for an account that it made.
final class OwnBindings {
    private final KubeSession session;

    OwnBindings(KubeSession session) {
        this.session = session;
    }

    /// @param gone what came of deleting the account
    /// @return that, or why a binding is still there
    ActionOutcome remove(String accountUid, ActionOutcome gone) throws InterruptedException {
        for (String plural : BindingObject.PLURALS) {
            List<Doc> own = new ArrayList<>();
            Optional<KubeAnswer> trouble = new Listing(
                            session,
                            Collection.of(KubePath.RBAC + plural, BindingObject.SHAPE),
                            Form.OBJECTS,
                            "labelSelector=" + KubePath.encode(OwnMarks.SUBJECT + "=" + accountUid))
                    .read(new Lookup.Keep(own), Progress.SILENT);
            if (trouble.isPresent()) {
                return Answers.refused(trouble.get(), gone.at());
            }
            for (Doc each : own) {
                BindingObject binding = new BindingObject(plural, each);
                KubeAnswer answer = session.delete(binding.path(), binding.uid());
                if (!(answer instanceof KubeAnswer.Done) && !(answer instanceof KubeAnswer.Absent)) {
                    return Answers.outcome(answer, gone.at(), "");
                }
            }
        }
        return gone;
    }
}
