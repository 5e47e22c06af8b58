package dev.curfew.app.cli.playbook;

import picocli.CommandLine.Command;

/// What may be done without anybody being asked, because officers signed it.
@Command(name = "playbook")
public final class PlaybookCommand {}
