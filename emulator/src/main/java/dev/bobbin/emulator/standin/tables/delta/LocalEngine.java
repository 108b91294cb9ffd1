package dev.bobbin.emulator.standin.tables.delta;

import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.ExpressionHandler;
import io.delta.kernel.engine.FileSystemClient;
import io.delta.kernel.engine.JsonHandler;
import io.delta.kernel.engine.ParquetHandler;

/** What Delta Kernel works with: plain local files. */
record LocalEngine(LocalFiles files) implements Engine {

    @Override
    public ExpressionHandler getExpressionHandler() {
        return new Constants();
    }

    @Override
    public JsonHandler getJsonHandler() {
        return new JsonRows(files);
    }

    @Override
    public FileSystemClient getFileSystemClient() {
        return files;
    }

    @Override
    public ParquetHandler getParquetHandler() {
        return new ParquetBatches(files);
    }
}
