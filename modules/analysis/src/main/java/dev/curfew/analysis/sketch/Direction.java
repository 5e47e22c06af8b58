package dev.curfew.analysis.sketch;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.model.id.EntityId;
import java.util.List;

/// Which end of the paths somebody looks from.
public enum Direction {
    /// From a start: what it reaches.
    FORWARD {
        @Override
        EntityId near(Hop hop) {
            return hop.from();
        }

        @Override
        EntityId far(Hop hop) {
            return hop.to();
        }

        @Override
        List<Hop> outwards(List<Hop> path) {
            return path;
        }
    },
    /// From a target, against the arrows: who reaches it.
    BACKWARD {
        @Override
        EntityId near(Hop hop) {
            return hop.to();
        }

        @Override
        EntityId far(Hop hop) {
            return hop.from();
        }

        @Override
        List<Hop> outwards(List<Hop> path) {
            return path.reversed();
        }
    };

    /// The end of a hop that is nearer to where somebody looks from.
    abstract EntityId near(Hop hop);

    abstract EntityId far(Hop hop);

    /// The hops in the order in which somebody who looks comes by them.
    abstract List<Hop> outwards(List<Hop> path);
}
