package dev.curfew.app.cli.option;

/// Words as a help text: there a percent sign is doubled.
public final class HelpText {

    private HelpText() {}

    public static String of(String words) {
        return words.replace("%", "%%");
    }

    /// The example below a command's options.
    public static String[] example(String line) {
        return new String[] {"", "Example:", "  " + of(line)};
    }
}
