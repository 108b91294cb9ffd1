package dev.bobbin.app.data.page;

import java.io.IOException;

/** An edit of something, made in the background. */
@FunctionalInterface
public interface Edit<T> {

    /** @return the name under which it can be taken back @throws IOException when it is refused */
    String on(T edited) throws IOException;
}
