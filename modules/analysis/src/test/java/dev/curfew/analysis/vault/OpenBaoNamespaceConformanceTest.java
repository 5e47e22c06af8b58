package dev.curfew.analysis.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.batch.CaseException;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.RealServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Policies of several namespaces, on tokens of several, asked about in several: the capabilities are the server's. A
/// server of its own, whose namespaces have the names that the policies' paths are made of.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoNamespaceConformanceTest {
    private static final int SEEDS = Integer.getInteger("curfew.conformance.vault.namespaces", 25);
    private static final int FIRST_SEED = Integer.getInteger("curfew.conformance.vault.first", 0);
    private static final Pattern BLOCK = Pattern.compile("path \"");
    private static final String HEADER = "X-Vault-Namespace";

    /// Each under the one before it, or beside.
    private static final List<String> NAMESPACES = List.of("", "a", "a/b", "ab");

    private OpenBao server;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = OpenBao.startAcrossNamespaces(folder);
        NAMESPACES.stream().skip(1).forEach(name -> in(parent(name), "sys/namespaces/" + last(name), Map.of()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aTokensOwnPoliciesReachItsNamespaceAndThoseBelow() throws CaseException {
        int granted = 0;
        int compared = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            String owner = NAMESPACES.get(seed % NAMESPACES.size());
            List<String> texts = texts(seed);
            List<String> names = store(owner, "own-" + seed + "-", texts);
            String token = token(owner, Map.of("policies", names, "no_default_policy", true, "ttl", "10m"));
            List<Object> policies = new ArrayList<>();
            texts.forEach(text -> policies.add(Map.of("namespace", owner, "policy", text)));
            granted += compare(token, policies);
            compared += NAMESPACES.size() * RandomPolicies.PATHS.size();
        }
        System.out.println("OpenBao: " + compared + " capabilities across namespaces, " + granted + " grant something");
        assertThat(granted).isGreaterThan(compared / 50);
    }

    /// An entity of the root namespace in a group of another one has that group's policies too.
    @Test
    void aGroupsPoliciesReachItsOwnNamespace() throws CaseException {
        String accessor = server.read("sys/auth").text("/data/token~1/accessor");
        server.write(
                "auth/token/roles/across",
                Map.of("allowed_policies_glob", List.of("*"), "allowed_entity_aliases", List.of("*")));
        int granted = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            String child = NAMESPACES.get(1 + seed % (NAMESPACES.size() - 1));
            String name = "across-" + seed;
            List<String> here = texts(seed);
            List<String> there = texts(seed + 1_000_000);
            String entity =
                    server.write("identity/entity", Map.of("name", name)).text("/data/id");
            server.write(
                    "identity/entity-alias", Map.of("name", name, "canonical_id", entity, "mount_accessor", accessor));
            in(
                    child,
                    "identity/group",
                    Map.of(
                            "name",
                            name,
                            "member_entity_ids",
                            List.of(entity),
                            "policies",
                            store(child, name + "-there-", there)));
            Map<String, Object> wish = new LinkedHashMap<>(Map.of("no_default_policy", true, "ttl", "10m"));
            wish.put("policies", store("", name + "-here-", here));
            wish.put("entity_alias", name);
            String token = server.write("auth/token/create/across", wish).text("/auth/client_token");
            List<Object> policies = new ArrayList<>(here);
            there.forEach(text -> policies.add(Map.of("namespace", "/" + child, "policy", text)));
            granted += compare(token, policies);
        }
        assertThat(granted).isGreaterThan(SEEDS * 5);
    }

    /// Asks the server and the evaluator about every path in every namespace.
    ///
    /// @return how many grant something
    private int compare(String token, List<Object> policies) throws CaseException {
        int granted = 0;
        for (String asked : NAMESPACES) {
            Answer answer = in(asked, "sys/capabilities", Map.of("token", token, "paths", RandomPolicies.PATHS));
            for (String path : RandomPolicies.PATHS) {
                List<String> theirs = answer
                        .texts("/data/" + path.replace("~", "~0").replace("/", "~1"))
                        .stream()
                        .sorted()
                        .toList();
                assertThat(Bao.answer(Map.of("policies", policies, "path", path, "namespace", asked))
                                .capabilities())
                        .as("%s in \"%s\" on %s", policies, asked, path)
                        .isEqualTo(theirs);
                granted += theirs.equals(List.of("deny")) ? 0 : 1;
            }
        }
        return granted;
    }

    /// Some of the paths begin with a namespace's name.
    private static List<String> texts(int seed) {
        Random dice = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (String text : new RandomPolicies(seed).policies()) {
            texts.add(BLOCK.matcher(text)
                    .replaceAll(block ->
                            block.group() + List.of("", "", "a/", "ab/", "+/").get(dice.nextInt(5))));
        }
        return texts;
    }

    private List<String> store(String namespace, String prefix, List<String> texts) {
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            String name = prefix + names.size();
            in(namespace, "sys/policies/acl/" + name, Map.of("policy", text));
            names.add(name);
        }
        return names;
    }

    private String token(String namespace, Map<String, ?> wish) {
        return in(namespace, "auth/token/create", wish).text("/auth/client_token");
    }

    private Answer in(String namespace, String path, Map<String, ?> body) {
        return server.call("POST", path, body, server.rootToken().reveal(), HEADER, namespace)
                .ok();
    }

    private static String parent(String namespace) {
        return namespace.substring(0, Math.max(0, namespace.lastIndexOf('/')));
    }

    private static String last(String namespace) {
        return namespace.substring(namespace.lastIndexOf('/') + 1);
    }
}
