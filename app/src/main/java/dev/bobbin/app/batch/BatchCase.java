package dev.bobbin.app.batch;

/** One run of many. @param name what is special about it @param body the request body to send */
public record BatchCase(String name, String body) {}
