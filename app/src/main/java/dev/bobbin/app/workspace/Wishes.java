package dev.bobbin.app.workspace;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Hands on wishes to whoever grants them; a wish of a kind that nobody grants comes to nothing. For use on the FX thread only. */
public final class Wishes {

    private final Map<Class<? extends Wish>, Consumer<Wish>> granters = new HashMap<>();

    /** Says who grants the wishes of a kind, instead of whoever did. */
    public <W extends Wish> void grant(Class<W> kind, Consumer<? super W> granter) {
        granters.put(kind, wish -> granter.accept(kind.cast(wish)));
    }

    /** Wishes something. */
    public void make(Wish wish) {
        Consumer<Wish> granter = granters.get(wish.getClass());
        if (granter != null) {
            granter.accept(wish);
        }
    }
}
