package dev.curfew.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/architecture.md` says what the build says.
class ArchitectureDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| `[\\w.]+` \\| [^|]+ \\|([^|]*)\\|$");
    private static final Pattern MODULE = Pattern.compile("<module>(?:modules/)?(\\w+)</module>");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>dev\\.curfew</groupId>\\s*<artifactId>curfew-(\\w+)</artifactId>\\s*(<scope>test</scope>)?");

    @Test
    void theTableOfModulesIsTheModuleGraph() throws IOException {
        assertThat(documented()).isEqualTo(built());
    }

    private static Map<String, Set<String>> documented() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/architecture.md"));
        return ROW.matcher(page)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> names(row.group(2)), (a, _) -> a, TreeMap::new));
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> built() throws IOException {
        Map<String, Set<String>> graph = new TreeMap<>();
        for (String module : modules()) {
            Path folder = module.equals("app")
                    ? ROOT.resolve(module)
                    : ROOT.resolve("modules").resolve(module);
            graph.put(module, compiledAgainst(Files.readString(folder.resolve("pom.xml"))));
        }
        return graph;
    }

    private static List<String> modules() throws IOException {
        Stream<MatchResult> found =
                MODULE.matcher(Files.readString(ROOT.resolve("pom.xml"))).results();
        return found.map(module -> module.group(1)).toList();
    }

    private static Set<String> compiledAgainst(String pom) {
        return DEPENDENCY
                .matcher(pom)
                .results()
                .filter(dependency -> dependency.group(2) == null)
                .map(dependency -> dependency.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
