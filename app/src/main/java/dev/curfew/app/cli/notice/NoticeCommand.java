package dev.curfew.app.cli.notice;

import picocli.CommandLine.Command;

/// Who hears of what, and how.
@Command(name = "notice")
public final class NoticeCommand {}
