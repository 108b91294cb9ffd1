package dev.bobbin.emulator.share.page;

import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.util.List;
import java.util.Optional;

/** Code with the numbers of its lines, which are not copied along: the function to be seen, the whole script folded. */
final class CodeHtml {

    private final Html html;

    CodeHtml(Html html) {
        this.html = html;
    }

    /** The lines of a function, decorators included. */
    void function(String code, FunctionSignature function) {
        TextRange whole = function.layout().whole();
        List<String> lines = code.lines().toList();
        int first = Math.clamp(whole.line(), 1, Math.max(1, lines.size()));
        int last = Math.clamp(function.endLine(), first, Math.max(first, lines.size()));
        html.section(html.words("page.code"));
        lines(lines.subList(first - 1, Math.min(last, lines.size())), first);
        html.endSection();
    }

    /** The whole script. @param function shown before, if there is one */
    void script(String code, Optional<FunctionSignature> function) {
        html.markup(function.isPresent() ? "<section><details>" : "<section><details open>")
                .element("summary", html.words("page.script"));
        lines(code.lines().toList(), 1);
        html.markup("</details>").endSection();
    }

    private void lines(List<String> lines, int first) {
        html.markup("<pre class=\"code\" style=\"counter-reset: line " + (first - 1) + "\">");
        int length = 0;
        for (String line : lines) {
            html.element("code", line).markup("\n");
            length += line.length() + 1;
            if (length > Html.LONGEST) {
                html.text(html.words("page.cut.code"));
                break;
            }
        }
        html.markup("</pre>");
    }
}
