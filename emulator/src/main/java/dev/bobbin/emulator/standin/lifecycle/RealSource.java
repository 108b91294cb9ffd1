package dev.bobbin.emulator.standin.lifecycle;

import dev.bobbin.emulator.standin.Lifecycle;
import java.io.IOException;

/**
 * Where real data can come from. A source is only ever read, and only when somebody asks for it by a command or a button:
 * no run does. {@link FolderSource} is one; a source that reads a SQL Server or a Fabric warehouse through JDBC would be
 * another, and would hand its rows to {@code sql.transfer.TableImport}. See {@code docs/data.md}, "Real data".
 */
public interface RealSource {

    /**
     * Brings the source's data into a stand-in: what has the same name is replaced, all else stays.
     *
     * @return how many things came in
     * @throws IOException when the source cannot be read or does not fit; the message is in plain words
     */
    long fill(Lifecycle standIn) throws IOException;
}
