package dev.curfew.connector.openbao.approle;

import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Mounts;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The roles of all approle logins as one reading found them, each as `<mount>/<role>`: a mount may hold slashes, a
/// role may not.
public final class Approles {
    private @Nullable BaoAnswer logins;
    private final Map<String, BaoAnswer> lists = new HashMap<>();

    /// What cannot be listed is missing on the sheet, or closes it. The server is asked the first time.
    List<String> of(BaoSession session, ScopeSheet sheet) throws InterruptedException {
        if (logins == null) {
            logins = session.read("sys/auth");
        }
        if (!(logins instanceof BaoAnswer.Done done)) {
            sheet.close(logins);
            return List.of();
        }
        List<String> roles = new ArrayList<>();
        for (String mount : Mounts.of(done.data(), "approle")) {
            sheet.keysOrMiss(list(session, mount)).forEach(role -> roles.add(mount + "/" + role));
        }
        return roles;
    }

    private BaoAnswer list(BaoSession session, String mount) throws InterruptedException {
        BaoAnswer list = lists.get(mount);
        if (list == null) {
            list = session.list("auth/" + BaoPath.encode(mount) + "/role");
            lists.put(mount, list);
        }
        return list;
    }

    /// The identity of a role, by its native id.
    public static String identity(String role) {
        return "approle/" + role;
    }

    /// As the API has it.
    static String path(String role) {
        int slash = role.lastIndexOf('/');
        return "auth/" + role.substring(0, slash) + "/role" + role.substring(slash);
    }
}
