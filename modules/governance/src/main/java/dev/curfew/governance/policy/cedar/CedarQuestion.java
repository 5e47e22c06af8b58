package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.curfew.governance.policy.question.EndingQuestion;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.Requester;
import java.util.Map;
import java.util.Set;

/// A question in Cedar's terms.
record CedarQuestion(Entity principal, EntityUID action, Entity resource, Map<String, Value> context) {
    private static final EntityTypeName ACTION = type("Action");
    private static final EntityTypeName ACCESS = type("Access");
    private static final EntityTypeName PLAN = type("Plan");

    static CedarQuestion of(Question question) {
        return new CedarQuestion(
                principal(question.principal()),
                ACTION.of(question.action().text()),
                new Entity(ACCESS.of(question.resource().id()), CedarValues.of(question.resource()), Set.of()),
                CedarValues.of(question.context()));
    }

    static CedarQuestion of(EndingQuestion question) {
        return new CedarQuestion(
                principal(question.principal()),
                ACTION.of(PolicySchema.REVOKE),
                new Entity(PLAN.of(question.plan()), Map.of(), Set.of()),
                CedarValues.of(question.context()));
    }

    private static Entity principal(Requester requester) {
        return new Entity(
                type(requester.kind().type()).of(requester.name()),
                Map.of("name", new PrimString(requester.name())),
                Set.of());
    }

    Set<Entity> entities() {
        return Set.of(principal, resource);
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
