package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleCatalogue;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.catalogue.RuleWay.Any;
import dev.curfew.analysis.escalation.catalogue.RuleWay.Request;
import dev.curfew.analysis.escalation.rules.Opening;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.vault.policy.Capability;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which methods of the catalogue are open to one holder. By these both the list of escalations and the access graph
/// go.
public final class OpenBaoWays {
    private static final Messages MESSAGES = Messages.of(OpenBaoWays.class);

    public static final List<Method<RuleWay>> METHODS = RuleCatalogue.openBao();

    /// No path has this part, so that only a rule for all matches it.
    static final String ANY = "~any~";

    /// What ways lead to that lead out of the server, through an engine.
    private static final String ENGINE = "engine";

    private static final List<String> OF_TARGET = List.of("{role}", "{login}");

    private static final String NEW = "{new}";

    /// What is given whichever of several names is written.
    private static final Set<String> FREE = Set.of("policy", "own-entity", ENGINE);

    /// Every server has something there to change.
    private static final String ANYTHING_STORED = "sys/raw/";

    private static final String CREATE = "create";
    private static final String UPDATE = "update";

    /// What only changes things has to name one of them.
    private static final String OF_WHAT_IS_THERE = MESSAGES.text("name.there");

    /// What only makes things has to name none of them.
    private static final String OF_WHAT_IS_NOT_THERE = MESSAGES.text("name.free");

    private static final List<String> ON_WHAT_IS_THERE = List.of("{group}", "{called}", "{approles}", "{mount}");

    private final Holder holder;
    private final Server server;
    private final List<Method<RuleWay>> bearing;
    private @Nullable List<String> ruled;

    /// @param resource what it is done with, for a person
    /// @param paths what is written or read, `*` for a name of one's own choice
    /// @param complete whether what the way needs besides is seen to be there
    public record Open(Evaluation decision, String resource, List<String> paths, boolean complete) {
        public Open {
            paths = List.copyOf(paths);
        }
    }

    public OpenBaoWays(Holder holder, Server server) {
        this.holder = holder;
        this.server = server;
        this.bearing = holder.bearing().stream().mapToObj(METHODS::get).toList();
    }

    /// The methods that the holder's policies may have a part in.
    public List<Method<RuleWay>> bearing() {
        return bearing;
    }

    /// Whether the way leads to what a secrets engine has, and not to the server's own policies.
    public static boolean leadsOut(RuleWay way) {
        return way.gives().equals(ENGINE);
    }

    /// Whether it is open to some because of what else the server has.
    public static boolean hangsOnWhatIsThere(RuleWay way) {
        return way.requests().anyMatch(request -> ON_WHAT_IS_THERE.stream().anyMatch(request.on()::contains));
    }

    /// Whether it is open on one target and not on another.
    static boolean hangsOnTarget(RuleWay way) {
        return way.requests().anyMatch(request -> OF_TARGET.stream().anyMatch(request.on()::contains));
    }

    /// All that an engine has, as one thing.
    public static ResourceId engine(EntityId holder, String mount) {
        return new ResourceId(holder.source(), "path/" + mount + "/*");
    }

    /// @param target the native id of whose rights it gives; that of a policy, of somebody; empty: all, or its own
    /// @return the surest
    public Optional<Open> open(RuleWay way, String target) {
        boolean complete = server.shows(way.shown());
        Open best = null;
        for (Map<String, String> names : named(way, target)) {
            Evaluation decision = Opening.of(way.all(), (request, verb) -> ask(request, verb, names));
            boolean better = best == null || decision instanceof Evaluation.Allowed;
            if (!Decisions.isDenied(decision) && better) {
                best = new Open(decision, resource(way, target, names), paths(way, names), complete);
            }
            if (decision instanceof Evaluation.Allowed) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    /// What names in paths may stand for. A name of one's own choice is any, or one that a rule names.
    private List<Map<String, String>> named(RuleWay way, String target) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Map<String, String> names : choices(way, target)) {
            for (String free : FREE.contains(way.gives()) ? free(way, names) : Set.of(ANY)) {
                Map<String, String> more = new HashMap<>(names);
                more.put(NEW, free);
                all.add(more);
            }
        }
        return all;
    }

    private Set<String> free(RuleWay way, Map<String, String> names) {
        Set<String> free = new LinkedHashSet<>(Set.of(ANY));
        for (Request request : way.requests().toList()) {
            String path = path(request, names);
            int at = path.indexOf(NEW);
            if (at >= 0) {
                String start = path.substring(0, at);
                Stream.concat(
                                ruled().stream().filter(example -> example.startsWith(start)),
                                server.below(start).stream())
                        .map(example -> example.substring(at).split("/", 2)[0])
                        .filter(name -> !name.isEmpty())
                        .forEach(free::add);
            }
        }
        return free;
    }

    /// What its rules are about, once.
    private List<String> ruled() {
        List<String> known = ruled;
        if (known == null) {
            known = holder.acl().rules().stream()
                    .map(rule -> rule.pattern().example())
                    .toList();
            ruled = known;
        }
        return known;
    }

    private List<Map<String, String>> choices(RuleWay way, String target) {
        return switch (way.gives()) {
            case "all" -> List.of(Map.of());
            case "own-policy" ->
                holder.policies().stream().map(name -> Map.of("{held}", name)).toList();
            case "own-login" -> ownLogin();
            case "own-entity" -> entity(List.of(Map.of("{own}", holder.entity(), "{name}", holder.name())));
            case "group" -> entity(groups());
            case ENGINE ->
                server.mounts(way.engine()).stream()
                        .map(mount -> Map.of("{mount}", mount))
                        .toList();
            case "policy" ->
                hangsOnWhatIsThere(way)
                        ? server.approles().stream()
                                .map(mount -> Map.of("{approles}", mount))
                                .toList()
                        : List.of(Map.of());
            default -> List.of(Map.of("{role}", name(target), "{login}", Server.plainLogin(target)));
        };
    }

    /// Only an entity can be written, or put into a group.
    private List<Map<String, String>> entity(List<Map<String, String>> choices) {
        return holder.entity().isEmpty() ? List.of() : choices;
    }

    private List<Map<String, String>> ownLogin() {
        String nativeId = holder.id().nativeId();
        String login = server.login(nativeId);
        if (login.isEmpty()) {
            return List.of();
        }
        // of a role of another login the policies are not written apart
        String policies = nativeId.startsWith("login-role/") ? login : login + "/policies";
        return List.of(Map.of("{login}", login, "{policies}", policies));
    }

    private List<Map<String, String>> groups() {
        return server.groups().stream()
                .map(group -> Map.of("{group}", name(group.id().nativeId()), "{called}", group.name()))
                .toList();
    }

    private static String name(String nativeId) {
        return nativeId.substring(nativeId.indexOf('/') + 1);
    }

    private Evaluation ask(Request request, String verb, Map<String, String> names) {
        String path = path(request, names);
        Evaluation allowed = holder.acl().reachable(path, Capability.of(verb).orElse(Capability.SUDO));
        return partsNewFromOld(request) ? written(path, verb, allowed) : allowed;
    }

    /// Where a path has an existence check, writing what is new takes `create` and nothing else, and changing what is
    /// there `update`: <https://openbao.org/docs/concepts/policies/#capabilities>.
    private static boolean partsNewFromOld(Request request) {
        return request.on().contains(NEW)
                && !request.on().startsWith(ANYTHING_STORED)
                && request.verbs().containsAll(List.of(CREATE, UPDATE));
    }

    private Evaluation written(String path, String verb, Evaluation allowed) {
        boolean there = server.written().contains(path);
        if (!verb.equals(CREATE)) {
            return there ? allowed : Decisions.provided(allowed, OF_WHAT_IS_THERE);
        }
        if (there) {
            return new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY));
        }
        // of names that one chooses oneself, some are not taken
        boolean free = path.contains(ANY) || server.lists(path);
        return free ? allowed : Decisions.provided(allowed, OF_WHAT_IS_NOT_THERE);
    }

    private static String path(Request request, Map<String, String> names) {
        String path = request.on();
        for (Map.Entry<String, String> name : names.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        return path;
    }

    private static String resource(RuleWay way, String target, Map<String, String> names) {
        return switch (way.gives()) {
            case "own-policy" -> names.getOrDefault("{held}", "");
            case ENGINE -> names.getOrDefault("{mount}", "");
            default -> target;
        };
    }

    /// Of what each part asks for the first that is allowed.
    private List<String> paths(RuleWay way, Map<String, String> names) {
        List<String> paths = new ArrayList<>();
        for (Any any : way.all()) {
            any.requests().stream()
                    .filter(request ->
                            request.verbs().stream().anyMatch(verb -> !Decisions.isDenied(ask(request, verb, names))))
                    .findFirst()
                    .map(request -> path(request, names).replace(ANY, "*"))
                    .filter(path -> !paths.contains(path))
                    .ifPresent(paths::add);
        }
        return paths;
    }
}
