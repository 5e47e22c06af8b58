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
    private final Identity identity;
    private final RequestSetting setting;
    private final Map<String, List<String>> here;
    private volatile @Nullable Map<String, List<String>> own;
    private @Nullable RequestContext context;
    private @Nullable RequestContext anywhere;

    Requests(Identity identity, RequestSetting setting) {
        this.identity = identity;
        this.setting = setting;
        this.here =
                setting.organizations().ofResources(Arn.account(identity.id().nativeId()));
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
        Map<String, List<String>> all = new HashMap<>(own());
        all.putAll(where);
        all.putAll(more);
        Set<String> told = new HashSet<>(PrincipalKeys.WHOLE);
        told.addAll(complete);
        return new RequestContext(all, Organizations.SEVERAL, true, told).ofAttacker();
    }

    /// What all of them tell.
    private Map<String, List<String>> own() {
        Map<String, List<String>> known = own;
        if (known == null) {
            known = PrincipalKeys.of(identity, setting.organizations());
            known.putAll(setting.keys());
            own = known;
        }
        return known;
    }
}
