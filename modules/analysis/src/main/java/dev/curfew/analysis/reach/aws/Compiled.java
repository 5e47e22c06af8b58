package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The snapshot's AWS policies, each compiled once, when it is first needed.
final class Compiled {
    private final SnapshotIndex index;
    private final Map<PolicyId, Document> documents = new ConcurrentHashMap<>();

    Compiled(SnapshotIndex index) {
        this.index = index;
    }

    /// A policy that can be asked, or the reason why it cannot.
    static final class Document {
        private final PolicyId id;
        private final @Nullable PolicyDocument readable;
        private final String problem;
        private volatile @Nullable Set<Resource> candidates;
        private final Map<String, Boolean> allowsSome = new ConcurrentHashMap<>();

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

        /// The resources that its allowing statements could be about; filled in once by whoever knows the resources.
        Set<Resource> candidates(Function<PolicyDocument, Set<Resource>> find) {
            Set<Resource> known = candidates;
            if (known == null) {
                known = readable == null ? Set.of() : find.apply(readable);
                candidates = known;
            }
            return known;
        }

        String problem() {
            return problem;
        }

        /// Whether some statement allows the action on anything.
        ///
        /// @param action in lower case
        boolean allowsSome(String action) {
            return readable != null && allowsSome.computeIfAbsent(action, it -> allows(readable, it));
        }

        private static boolean allows(PolicyDocument document, String action) {
            for (Statement statement : document.statements()) {
                if (statement.allows() && statement.matchesAction(action)) {
                    return true;
                }
            }
            return false;
        }
    }

    Document document(PolicyId id) {
        return documents.computeIfAbsent(id, this::read);
    }

    private Document read(PolicyId id) {
        Policy policy = index.policy(id).orElse(null);
        if (policy == null) {
            return new Document(id, null, "policy " + id.nativeId() + " was not read");
        }
        try {
            return new Document(id, PolicyDocumentReader.read(policy.name(), policy.text()), "");
        } catch (PolicySyntaxException e) {
            // the answer is "unknown", and says why
            return new Document(id, null, "policy " + policy.name() + ": " + e.getMessage());
        }
    }
}
