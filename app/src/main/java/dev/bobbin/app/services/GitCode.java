package dev.bobbin.app.services;

import dev.bobbin.app.workspace.CommittedCode;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The last commit of a Git folder, read by the installed Git. Only its plumbing is used, which runs nothing of the folder's. */
public final class GitCode implements CommittedCode {

    private static final long PATIENCE_SECONDS = 10;

    @Override
    public Optional<String> script(ItemFolder item) throws IOException {
        Process git;
        try {
            git = new ProcessBuilder(List.of("git", "cat-file", "blob", "HEAD:./" + ItemFolder.SCRIPT))
                    .directory(item.root().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // No Git here: nothing is known to be committed.
            return Optional.empty();
        }
        try {
            git.getOutputStream().close();
            String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean found = git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
            return found ? Optional.of(text) : Optional.empty();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }
}
