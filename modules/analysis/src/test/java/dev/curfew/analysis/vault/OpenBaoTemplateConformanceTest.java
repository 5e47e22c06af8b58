package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.batch.CaseException;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Templates over real entities, aliases and groups: the capabilities are the server's.
@WithOpenBao
class OpenBaoTemplateConformanceTest {
    private static final int SEEDS = Integer.getInteger("curfew.conformance.vault.entities", 80);
    private static final int FIRST_SEED = Integer.getInteger("curfew.conformance.vault.first", 0);
    private static final int RULES = 8;
    private static final List<String> VALUES =
            List.of("red", "blue", "é", "a b", "x.y", "-", "red", "blue", "r*d", "r/d", "r+d", "}x{");

    @Test
    void templatesAreFilledInAsByTheServer(OpenBao server) {
        String accessor = server.read("sys/auth").text("/data/token~1/accessor");
        server.write(
                "auth/token/roles/conf-template",
                Map.of("allowed_policies_glob", List.of("*"), "allowed_entity_aliases", List.of("*")));
        int compared = 0;
        int refused = 0;
        List<String> differ = new ArrayList<>();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            Someone someone = new Someone(server, accessor, new Random(seed), "conf-who-" + seed);
            List<String> paths = someone.paths();
            Answer answer =
                    server.call("POST", "sys/capabilities", Map.of("token", someone.token(server), "paths", paths));
            for (String path : paths) {
                String there = answer.status() == 403
                        ? "refused"
                        : answer.texts("/data/" + path.replace("~", "~0").replace("/", "~1"))
                                .toString();
                String here = here(someone, path);
                compared++;
                refused += there.equals("refused") ? 1 : 0;
                if (!here.equals(there)) {
                    differ.add("seed " + seed + " " + path + ": server " + there + ", here " + here + ": "
                            + someone.text + someone.entity);
                }
            }
        }
        System.out.println("OpenBao: " + compared + " templated paths compared, " + refused + " refused");
        assertThat(differ).isEmpty();
    }

    private static String here(Someone someone, String path) {
        try {
            return Bao.answer(Map.of("policies", List.of(someone.text), "path", path, "entity", someone.entity))
                    .capabilities()
                    .toString();
        } catch (CaseException e) {
            return "refused";
        }
    }

    /// An entity with an alias and a group, and a policy that asks for much of it.
    private static final class Someone {
        private final Random random;
        private final String name;
        private final String accessor;
        private final Map<String, Object> entity = new TreeMap<>();
        private final List<String> values = new ArrayList<>(List.of("red", "x"));
        private final String text;

        Someone(OpenBao server, String accessor, Random random, String name) {
            this.random = random;
            this.name = name;
            this.accessor = accessor;
            Map<String, String> metadata = metadata();
            String id = server.write("identity/entity", Map.of("name", name, "metadata", metadata))
                    .text("/data/id");
            Map<String, String> custom = metadata();
            String alias = server.write(
                            "identity/entity-alias",
                            Map.of(
                                    "name",
                                    name,
                                    "canonical_id",
                                    id,
                                    "mount_accessor",
                                    accessor,
                                    "custom_metadata",
                                    custom))
                    .text("/data/id");
            entity.putAll(Map.of("id", id, "name", name, "metadata", metadata));
            entity.put(
                    "aliases",
                    List.of(Map.of("accessor", accessor, "id", alias, "name", name, "custom_metadata", custom)));
            entity.put("groups", groups(server, id));
            values.addAll(List.of(id, name, alias));
            text = text();
        }

        private List<Map<String, Object>> groups(OpenBao server, String member) {
            if (random.nextInt(4) == 0) {
                return List.of();
            }
            Map<String, String> metadata = metadata();
            String id = server.write(
                            "identity/group",
                            Map.of("name", name + "-ops", "member_entity_ids", List.of(member), "metadata", metadata))
                    .text("/data/id");
            values.addAll(List.of(id, name + "-ops"));
            return List.of(Map.of("id", id, "name", name + "-ops", "metadata", metadata));
        }

        private Map<String, String> metadata() {
            Map<String, String> metadata = new TreeMap<>();
            for (String key : List.of("team", "room")) {
                if (random.nextInt(4) > 0) {
                    metadata.put(key, VALUES.get(random.nextInt(VALUES.size())));
                }
            }
            values.addAll(metadata.values());
            return metadata;
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < RULES; i++) {
                String more = pick(List.of("", "", "/+", "*", "/{{" + input() + "}}"));
                text.append("path \"t%d/{{%s}}%s\" { capabilities = [\"%s\"] }%n"
                        .formatted(i, input(), more, pick(List.of("read", "list", "deny"))));
            }
            return text.toString();
        }

        private String input() {
            String group = name + "-ops";
            return pick(List.of(
                    "identity.entity.id",
                    "identity.entity.name",
                    " identity.entity.metadata.team ",
                    "identity.entity.metadata.room",
                    "identity.entity.metadata",
                    "identity.entity.nothing",
                    "identity.entity.aliases." + accessor + ".name",
                    "identity.entity.aliases." + accessor + ".id",
                    "identity.entity.aliases." + accessor + ".custom_metadata.team",
                    "identity.entity.aliases." + accessor + ".metadata.team",
                    "identity.entity.aliases.none.name",
                    "identity.entity.aliases",
                    "identity.entity.groups.names",
                    "identity.groups.names." + group + ".id",
                    "identity.groups.names." + group + ".name",
                    "identity.groups.names." + group + ".metadata.team",
                    "identity.groups.names.other.id",
                    "identity.groups.names",
                    "identity.groups.ids.x.name",
                    "identity",
                    "",
                    "time.nothing"));
        }

        List<String> paths() {
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < RULES; i++) {
                for (int j = 0; j < 6; j++) {
                    String more = pick(List.of("", "", "/q", "z", "/" + pick(values)));
                    paths.add("t" + i + "/" + pick(values) + more);
                }
            }
            return paths.stream().distinct().toList();
        }

        String token(OpenBao server) {
            server.policy(name, text);
            return server.write(
                            "auth/token/create/conf-template",
                            Map.of(
                                    "policies",
                                    List.of(name),
                                    "no_default_policy",
                                    true,
                                    "ttl",
                                    "10m",
                                    "entity_alias",
                                    name))
                    .text("/auth/client_token");
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
