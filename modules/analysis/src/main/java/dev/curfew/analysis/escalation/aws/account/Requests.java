package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Arn;
import dev.curfew.model.estate.Identity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the requests of one principal tell. Put together when somebody asks: of tens of thousands most are asked
/// nothing. Threads may put together the same at once.
final class Requests {
    /// Keys that the principal alone decides: one that is not there is not in the request.
    private static final Set<String> OWN_KEYS = Set.of("aws:principaltag/", "aws:username");

    private final Identity identity;
    private final Map<String, String> tags;
    private final RequestSetting setting;
    private final Map<String, List<String>> here;
    private @Nullable RequestContext context;
    private @Nullable RequestContext anywhere;

    /// @param tags as IAM has them
    Requests(Identity identity, Map<String, String> tags, RequestSetting setting) {
        this.identity = identity;
        this.tags = tags;
        this.setting = setting;
        this.here = setting.organizations().ofResources(account());
    }

    private String account() {
        return Arn.account(identity.id().nativeId());
    }

    RequestSetting setting() {
        return setting;
    }

    /// What requests about something of the principal's account tell of that.
    Map<String, List<String>> here() {
        return here;
    }

    /// About nothing in particular in its account.
    RequestContext context() {
        RequestContext known = context;
        if (known == null) {
            known = about(here, Map.of(), Set.of());
            context = known;
        }
        return known;
    }

    /// About something that may be in another account.
    RequestContext anywhere() {
        RequestContext known = anywhere;
        if (known == null) {
            known = here.isEmpty() ? context() : about(Map.of(), Map.of(), Set.of());
            anywhere = known;
        }
        return known;
    }

    /// @param where what is told of where the thing is that they are about
    /// @param more further keys
    /// @param complete beginnings of keys, besides the principal's own, that are all told
    RequestContext about(Map<String, List<String>> where, Map<String, List<String>> more, Set<String> complete) {
        Map<String, List<String>> all = own();
        all.putAll(where);
        all.putAll(more);
        Set<String> told = new HashSet<>(OWN_KEYS);
        told.addAll(complete);
        return new RequestContext(all, Organizations.SEVERAL, true, told).ofAttacker();
    }

    private Map<String, List<String>> own() {
        boolean user = identity.kind().equals("aws.user");
        Map<String, List<String>> own = new HashMap<>(setting.keys());
        own.put("aws:PrincipalArn", List.of(identity.id().nativeId()));
        own.put("aws:PrincipalAccount", List.of(account()));
        own.putAll(setting.organizations().ofPrincipals(account()));
        own.put("aws:PrincipalType", List.of(user ? "User" : "AssumedRole"));
        if (user) {
            own.put("aws:username", List.of(identity.name()));
        }
        tags.forEach((key, value) -> own.put("aws:PrincipalTag/" + key, List.of(value)));
        return own;
    }
}
