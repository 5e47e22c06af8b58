package dev.curfew.connector.folder.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Patterns of owners, with the examples of
/// <https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners>
class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "*, a/b.js, true",
        "*.js, a/b.js, true",
        "*.js, a/b.jsx, false",
        "/build/logs/, build/logs/a/b, true",
        "/build/logs/, build/logs, false",
        "/build/logs/, x/build/logs/a, false",
        "docs/*, docs/getting-started.md, true",
        "docs/*, docs/build-app/troubleshooting.md, false",
        "apps/, x/apps/a, true",
        "/docs/, docs/a, true",
        "/scripts/, scripts/a, true",
        "**/logs, build/logs/a, true",
        "**/logs, deeply/nested/logs, true",
        "/apps/github, apps/github/a, true",
        "/apps/github, apps/githubs, false",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b/c, true",
        "a/**, a/x/y, true",
        "a?c, abc, true",
        "a?c, a/c, false",
        "a.c, abc, false",
        "a*c, a/c, false",
        "a/b, b, false",
        "b, a/b, true",
        "/, a, false",
    })
    void matchesAsGitignoreSays(String pattern, String path, boolean matches) {
        assertThat(new Glob(pattern).matches(path)).isEqualTo(matches);
    }
}
