package dev.bobbin.emulator.standin.documents.query;

/** A query that cannot be carried out; the message and code are in the service's form. */
public final class QueryError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int start;
    private final int end;

    /**
     * @param code of the service: {@code SC1001} syntax, {@code SC2001} unknown name, {@code SC2005} unknown function
     * @param start place in the query's text, from 0; {@code end} is behind the last character
     */
    public QueryError(String code, int start, int end, String message) {
        super(message);
        this.code = code;
        this.start = start;
        this.end = end;
    }

    static QueryError syntax(Token at) {
        String near = at.kind() == Token.Kind.END ? "end of query" : at.text();
        return new QueryError("SC1001", at.start(), at.end(), "Syntax error, incorrect syntax near '" + near + "'.");
    }

    static QueryError unsupported(String what) {
        return new QueryError(
                "SC3000", 0, 0, what + " is not supported yet by the local stand-in. It may work in Cosmos DB.");
    }

    public String code() {
        return code;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}
