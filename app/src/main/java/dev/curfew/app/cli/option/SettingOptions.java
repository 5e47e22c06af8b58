package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The settings of a kind of source as options of a command.
public final class SettingOptions {
    private static final Messages MESSAGES = Messages.of(SettingOptions.class);

    private final Map<Setting, OptionSpec> options = new LinkedHashMap<>();

    public SettingOptions(List<Setting> settings) {
        settings.forEach(setting -> options.put(setting, option(setting)));
    }

    public void addTo(CommandSpec command) {
        options.values().forEach(command::addOption);
    }

    private static OptionSpec option(Setting setting) {
        OptionSpec.Builder option = OptionSpec.builder("--" + setting.option())
                .required(setting.required())
                .description(HelpText.of(setting.about()));
        if (!setting.usual().isEmpty()) {
            option.defaultValue(setting.usual());
        }
        return switch (setting.form()) {
            case TEXT ->
                option.type(String.class).paramLabel(label(setting.option())).build();
            case CHOICE ->
                option.type(String.class)
                        .paramLabel(String.join("|", setting.allowed()))
                        .completionCandidates(setting.allowed())
                        .build();
            case FLAG -> option.type(boolean.class).arity("0").build();
            case ADDRESS -> option.type(String.class).paramLabel("URL").build();
            case CERTIFICATES -> option.type(Path.class).paramLabel("FILE").build();
        };
    }

    private static String label(String option) {
        return option.toUpperCase(Locale.ROOT);
    }

    /// What was typed, by the names of the settings.
    ///
    /// @throws UsageProblem for a value that a setting does not take, or a file that cannot be read
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        options.forEach((setting, option) -> {
            Object typed = option.getValue();
            if (typed != null && !typed.equals(false)) {
                values.put(setting.name(), value(setting, typed));
            }
        });
        return values;
    }

    private static String value(Setting setting, Object typed) {
        String value = typed instanceof Path file ? CaFile.read(file) : String.valueOf(typed);
        if (!setting.takes(value)) {
            throw new UsageProblem(
                    setting.allowed().isEmpty()
                            ? MESSAGES.text("setting.wrong", setting.option(), value)
                            : MESSAGES.text(
                                    "setting.choice", setting.option(), value, String.join(", ", setting.allowed())));
        }
        return value;
    }
}
