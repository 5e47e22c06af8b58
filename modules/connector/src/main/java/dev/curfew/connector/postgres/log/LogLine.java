package dev.curfew.connector.postgres.log;

/// One entry of the log, in either form. For one follower: statements, which hold secrets, are not kept beyond that.
///
/// @param time as written
/// @param from the host that the session came from; `[local]` by a socket
/// @param application what the client calls itself
/// @param session tells sessions apart
/// @param number of this entry within its session
/// @param severity `LOG`, `ERROR`, `FATAL`
/// @param state the SQLSTATE
/// @param statement that an error was met in; empty where there is none
record LogLine(
        String time,
        String user,
        String database,
        String from,
        String application,
        String session,
        long number,
        String severity,
        String state,
        String message,
        String detail,
        String statement) {

    /// Without what was said.
    @Override
    public String toString() {
        return "LogLine[" + session + " " + number + " " + severity + "]";
    }
}
