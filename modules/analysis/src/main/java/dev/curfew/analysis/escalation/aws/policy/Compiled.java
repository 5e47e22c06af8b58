package dev.curfew.analysis.escalation.aws.policy;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.reach.route.ReadOnce;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// AWS policies, each compiled once, when it is first needed.
public final class Compiled {
    private static final Derived<ReadOnce<Document>> DOCUMENTS = ReadOnce.by(Compiled::read);

    private final SnapshotIndex index;
    private final ReadOnce<Document> documents;

    public Compiled(SnapshotIndex index) {
        this.index = index;
        documents = index.get(DOCUMENTS);
    }

    /// A policy that can be asked, or the reason why it cannot.
    public static final class Document {
        private final PolicyId id;
        private final @Nullable PolicyDocument readable;
        private final String problem;
        private final String text;
        private volatile @Nullable IndexedPolicy indexed;

        private Document(PolicyId id, String text, @Nullable PolicyDocument readable, String problem) {
            this.id = id;
            this.text = text;
            this.readable = readable;
            this.problem = problem;
        }

        public PolicyId id() {
            return id;
        }

        /// Null for a policy that was not read, or is none.
        public @Nullable PolicyDocument readable() {
            return readable;
        }

        /// The policy; one that answers unknown where it could not be read.
        public PolicyDocument orUnknown() {
            return readable == null ? PolicyDocument.unread(id.nativeId(), problem) : readable;
        }

        /// Sorted by the actions that ways ask about: the same object each time that it is asked for by one name. Empty
        /// where it could not be read.
        ///
        /// @param name what decisions call it
        public Optional<IndexedPolicy> indexed(String name) {
            IndexedPolicy known = indexed;
            if (readable == null || (known != null && known.document().name().equals(name))) {
                return Optional.ofNullable(known);
            }
            IndexedPolicy sorted = new IndexedPolicy(readable.called(name), text);
            indexed = sorted;
            return Optional.of(sorted);
        }

        public String problem() {
            return problem;
        }

        /// Whether some statement allows the action on anything.
        public boolean allowsSome(String action) {
            return readable != null && allows(readable.statements(), action.toLowerCase(Locale.ROOT));
        }

        /// The same of any of several.
        ///
        /// @param actions in lower case
        public boolean allowsOneOf(Set<String> actions) {
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
    public Document document(PolicyId id) {
        return index.policy(id)
                .map(documents::of)
                .or(() -> KnownPolicies.find(id.nativeId())
                        .map(known -> new Document(id, known.text(), known.document(), "")))
                .orElseGet(() -> new Document(id, "", null, "policy " + id.nativeId() + " was not read"));
    }

    private static Document read(Policy policy) {
        try {
            String text = policy.text();
            return new Document(policy.id(), text, PolicyDocumentReader.read(policy.name(), text), "");
        } catch (PolicySyntaxException e) {
            // the answer is "unknown", and says why
            return new Document(policy.id(), "", null, "policy " + policy.name() + ": " + e.getMessage());
        }
    }
}
