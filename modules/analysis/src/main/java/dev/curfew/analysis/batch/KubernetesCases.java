package dev.curfew.analysis.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.analysis.kubernetes.RbacCluster;
import dev.curfew.analysis.kubernetes.RbacRequest;
import dev.curfew.analysis.kubernetes.RbacSubject;
import dev.curfew.analysis.kubernetes.document.ClusterReader;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Set;

/// Kubernetes RBAC: one question, as a SubjectAccessReview asks it, and all roles and bindings there are.
public final class KubernetesCases implements CaseEvaluator {
    private static final Messages MESSAGES = Messages.of(KubernetesCases.class);

    @Override
    public ObjectNode evaluate(JsonText text) throws CaseException {
        CaseObject given = CaseObject.of(text);
        RbacCluster cluster = cluster(given);
        RbacRequest request = request(given);
        Evaluation decision = cluster.decide(subject(given.object("subject")), request);
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("allowed", decision instanceof Evaluation.Allowed);
        ArrayNode decidedBy = answer.putArray("decidedBy");
        for (DecidingStatement statement : decision.decidedBy()) {
            decidedBy
                    .addObject()
                    .put("binding", statement.label())
                    .put("role", statement.policy())
                    // system:masters has no rules; a case has a number there all the same
                    .put("rule", statement.isWritten() ? statement.statement() : 0);
        }
        ArrayNode subjects = answer.putArray("allowedSubjects");
        cluster.allowedSubjects(request).forEach(subjects::add);
        return answer;
    }

    private static RbacCluster cluster(CaseObject given) throws CaseException {
        try {
            return ClusterReader.read(given.tree("roles"), given.tree("bindings"));
        } catch (PolicySyntaxException e) {
            throw new CaseException(MESSAGES.text("kubernetes.objects", String.valueOf(e.getMessage())));
        }
    }

    /// Groups count as they are given; only where the field is not there at all they are those that the server gives
    /// such a user itself.
    private static RbacSubject subject(CaseObject subject) throws CaseException {
        String user = subject.textIfThere("user").orElse("");
        if (subject.any("groups") >= 0) {
            return new RbacSubject(
                    user, Set.copyOf(List.of(subject.texts("groups").taken())));
        }
        if (user.isEmpty()) {
            throw subject.missing("user");
        }
        return RbacSubject.named(user);
    }

    private static RbacRequest request(CaseObject given) throws CaseException {
        String verb = given.text("verb");
        String url = given.textIfThere("nonResourceURL").orElse("");
        String resource = given.textIfThere("resource").orElse("");
        if (!url.isEmpty()) {
            if (!resource.isEmpty()) {
                throw new CaseException(MESSAGES.text("kubernetes.both"));
            }
            return new RbacRequest(verb, "", "", "", "", "", url);
        }
        if (given.any("resource") < 0) {
            throw given.missing("resource");
        }
        return new RbacRequest(
                verb,
                given.textIfThere("apiGroup").orElse(""),
                resource,
                given.textIfThere("subresource").orElse(""),
                given.textIfThere("name").orElse(""),
                given.textIfThere("namespace").orElse(""),
                "");
    }
}
