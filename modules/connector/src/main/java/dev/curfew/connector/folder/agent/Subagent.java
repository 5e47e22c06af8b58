package dev.curfew.connector.folder.agent;

import dev.curfew.connector.tree.Expected;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Place;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Yaml;
import dev.curfew.model.format.SecretFormats;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// An agent in Markdown with front matter: Claude Code's subagents, VS Code's custom agents.
///
/// <https://docs.claude.com/en/docs/claude-code/sub-agents>
/// <https://code.visualstudio.com/docs/copilot/customization/custom-agents>
final class Subagent {
    private static final Messages MESSAGES = Messages.of(Subagent.class);
    private static final Pattern FRONT = Pattern.compile("\\A\ufeff?---\\r?\\n(.*?)\\r?\\n---", Pattern.DOTALL);
    private static final int FRONT_CHARACTERS_MAX = 64 * 1024;

    /// A list that is in itself has no end, and none of these has a list twice.
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("front matter")
            .setMaxAliasesForCollections(0)
            .build();

    private Subagent() {}

    static boolean isOne(String lower) {
        return lower.matches("(?:.*/)?\\.claude/agents/.+\\.md|(?:.*/)?[^/]+\\.(?:agent|chatmode)\\.md");
    }

    /// @throws MalformedException if it has no front matter that can be read
    static Agent read(String path, String text) {
        Map<?, ?> front = front(text);
        boolean inherits = front.get("tools") == null;
        List<Tool> tools = tools(front.get("tools"));
        String client = path.contains(".claude/") ? "Claude Code" : "VS Code";
        String boundary = inherits ? "" : MESSAGES.text("tools", tools.size());
        return new Agent(path, client, word(front.get("name")), tools, inherits, List.of(), boundary, "");
    }

    private static List<Tool> tools(@Nullable Object stated) {
        List<Tool> tools = new ArrayList<>();
        if (stated instanceof List<?> list) {
            list.forEach(each -> tools.add(new Tool(word(each), "")));
        } else if (stated != null) {
            Arrays.stream(stated.toString().split(",", -1))
                    .filter(each -> !each.isBlank())
                    .forEach(each -> tools.add(new Tool(word(each), "")));
        }
        return tools.stream().distinct().toList();
    }

    private static String word(@Nullable Object value) {
        String text = value == null
                ? ""
                : value.toString().replaceAll("\\p{Cntrl}|,", " ").strip();
        return SecretFormats.packaged().in(text).isEmpty() ? text : "?";
    }

    private static Map<?, ?> front(String text) {
        Matcher matcher = FRONT.matcher(text.substring(0, Math.min(text.length(), FRONT_CHARACTERS_MAX)));
        if (!matcher.find()) {
            throw new MalformedException(Problem.MISSING, Place.document(), MESSAGES.text("front"));
        }
        Object read = null;
        try {
            read = Yaml.read(matcher.group(1), SETTINGS);
        } catch (MarkedYamlEngineException e) {
            // its message quotes what it met
            int line = e.getProblemMark().map(Mark::getLine).orElse(0);
            throw new MalformedException(Problem.UNREADABLE, new Place(null, "$", line + 2, 1), "");
        } catch (YamlEngineException _) {
            throw new MalformedException(Problem.UNREADABLE, Place.document(), "");
        }
        if (read instanceof Map<?, ?> map) {
            return map;
        }
        throw new MalformedException(Problem.WRONG_TYPE, Place.document(), Expected.object());
    }
}
