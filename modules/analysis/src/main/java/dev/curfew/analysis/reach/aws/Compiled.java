package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.policy.KnownPolicies;
import dev.curfew.analysis.reach.route.ReadOnce;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// AWS policies, each compiled once, when it is first needed.
final class Compiled {
    private static final Derived<ReadOnce<Document>> DOCUMENTS = ReadOnce.by(Compiled::read);

    private final SnapshotIndex index;
    private final ReadOnce<Document> documents;

    Compiled(SnapshotIndex index) {
        this.index = index;
        documents = index.get(DOCUMENTS);
    }

    /// A policy that can be asked, or the reason why it cannot.
    static final class Document {
        private final PolicyId id;
        private final @Nullable PolicyDocument readable;
        private final String problem;

        private Document(PolicyId id, @Nullable PolicyDocument readable, String problem) {
            this.id = id;
            this.readable = readable;
            this.problem = problem;
        }

        PolicyId id() {
            return id;
        }

        /// Null for a policy that was not read, or is none.
        @Nullable
        PolicyDocument readable() {
            return readable;
        }

        /// The policy; one that answers unknown where it could not be read.
        PolicyDocument orUnknown() {
            return readable == null ? PolicyDocument.unread(id.nativeId(), problem) : readable;
        }

        String problem() {
            return problem;
        }

        /// Whether some statement allows the action on anything.
        boolean allowsSome(String action) {
            return readable != null && allows(readable.statements(), action.toLowerCase(Locale.ROOT));
        }

        /// The same of any of several.
        ///
        /// @param actions in lower case
        boolean allowsOneOf(Set<String> actions) {
            if (readable != null) {
                List<Statement> statements = readable.statements();
                for (String action : actions) {
                    if (allows(statements, action)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static boolean allows(List<Statement> statements, String action) {
            for (int i = 0; i < statements.size(); i++) {
                Statement each = statements.get(i);
                if (each.allows() && each.matchesAction(action)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Of AWS's own the few are known that are the same everywhere and make administrators, read or not.
    Document document(PolicyId id) {
        return index.policy(id)
                .map(documents::of)
                .or(() -> KnownPolicies.find(id.nativeId()).map(known -> new Document(id, known.document(), "")))
                .orElseGet(() -> new Document(id, null, "policy " + id.nativeId() + " was not read"));
    }

    private static Document read(Policy policy) {
        try {
            return new Document(policy.id(), PolicyDocumentReader.read(policy.name(), policy.text()), "");
        } catch (PolicySyntaxException e) {
            // the answer is "unknown", and says why
            return new Document(policy.id(), null, "policy " + policy.name() + ": " + e.getMessage());
        }
    }
}
