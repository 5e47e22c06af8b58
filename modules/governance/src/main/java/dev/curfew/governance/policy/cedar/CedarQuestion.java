package dev.curfew.governance.policy.cedar;

import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.curfew.governance.policy.question.Question;
import java.util.Map;
import java.util.Set;

/// A question in Cedar's terms.
record CedarQuestion(Entity principal, EntityUID action, Entity resource, Map<String, Value> context) {
    private static final EntityTypeName ACTION = type("Action");
    private static final EntityTypeName ACCESS = type("Access");

    static CedarQuestion of(Question question) {
        String requester = question.principal().name();
        return new CedarQuestion(
                new Entity(
                        type(question.principal().kind().type()).of(requester),
                        Map.of("name", new PrimString(requester)),
                        Set.of()),
                ACTION.of(question.action().text()),
                new Entity(ACCESS.of(question.resource().id()), CedarValues.of(question.resource()), Set.of()),
                CedarValues.of(question.context()));
    }

    Set<Entity> entities() {
        return Set.of(principal, resource);
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }
}
