package dev.curfew.connector.postgres.act;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a cluster lists one login.
sealed interface LoginStanding {

    /// Sessions of this role that are open now, whatever became of the role.
    int sessions();

    /// It is there, and is called as it was.
    ///
    /// @param logsIn whether it may log in
    /// @param validUntil when its password ends; null: never
    /// @param over whether that is past, by the server's clock
    /// @param superuser whether only a superuser may change it
    /// @param ways round a login that is refused: who may become it, what it left behind
    record Held(
            String name,
            boolean logsIn,
            @Nullable Instant validUntil,
            boolean over,
            boolean superuser,
            int sessions,
            Ways ways)
            implements LoginStanding {

        boolean works() {
            return logsIn && !over;
        }
    }

    /// There is no such role any more.
    ///
    /// @param again whether another role has its name now
    record Gone(int sessions, boolean again) implements LoginStanding {}

    /// It is there under another name.
    record Renamed(String name, int sessions) implements LoginStanding {}

    /// How somebody can still do what the role may do while nobody can log in as it.
    ///
    /// @param others roles that may become it, or make themselves members
    /// @param prepared transactions that wait to be committed
    /// @param functions that it owns in all databases: those that run as their owner go on doing so
    record Ways(List<String> others, int prepared, int functions) {
        public Ways {
            others = List.copyOf(others);
        }
    }
}
