package dev.curfew.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// `--help` on every command, `--version` on the first.
final class HelpOptions {
    /// Where nobody looks.
    static final int WIDTH = 100;

    void addTo(CommandLine root) {
        addHelp(root);
        root.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .descriptionKey("version")
                        .build());
    }

    private void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .descriptionKey("help")
                        .build());
        command.getSubcommands().values().forEach(this::addHelp);
    }
}
