// Faults of the way: connections, statuses, and bodies that are not the text they should be.
#include "tests/e2e/faultcatalogue.h"
#include "tests/support/faults.h"
#include "tests/support/gzip.h"

namespace tokenledger::test {

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

FaultKind kind(const QByteArray& name, Effect effect, const Fault& fault) {
    return {name, effect, [fault](FakeAnswer& answer, FaultScene&) {
                fault(answer);
                return true;
            }};
}

FaultKind raw(const QByteArray& name, Effect effect, const QByteArray& bytes) {
    return kind(name, effect, [bytes](FakeAnswer& answer) { answer.raw = bytes; });
}

/// `change(body)` of an answer that has one.
template <typename Change>
FaultKind body(const QByteArray& name, Effect effect, Change change) {
    return {name, effect, [change](FakeAnswer& answer, FaultScene&) {
                if (answer.status != 200) return false;
                answer.body = change(answer.body);
                return true;
            }};
}

QByteArray asUtf16(const QByteArray& text) {
    const QString wide = QString::fromUtf8(text);
    return QByteArray("\xff\xfe", 2) +
           QByteArray(reinterpret_cast<const char*>(wide.utf16()), wide.size() * static_cast<qsizetype>(sizeof(QChar)));
}

QByteArray chunk(const QByteArray& bytes) { return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n"; }

FaultKind chunked(const QByteArray& name, Effect effect, bool whole) {
    return {name, effect, [whole](FakeAnswer& answer, FaultScene&) {
                if (answer.status != 200) return false;
                const qsizetype half = answer.body.size() / 2;
                answer.raw =
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: "
                    "close\r\n\r\n" +
                    chunk(answer.body.left(half)) + (whole ? chunk(answer.body.mid(half)) + "0\r\n\r\n" : QByteArray());
                return true;
            }};
}

}  // namespace

std::vector<FaultKind> connectionFaults() {
    std::vector<FaultKind> kinds;
    kinds.push_back({"connection refused", Effect::Harmless, [](FakeAnswer& answer, FaultScene& scene) {
                         answer.drop = true;
                         scene.server.stopListening();
                         return true;
                     }});
    kinds.push_back(kind("connection dropped", Effect::Harmless, dropConnection()));
    kinds.push_back(raw("no answer at all", Effect::Harmless, ""));
    kinds.push_back(raw("half a head", Effect::Harmless, "HTTP/1.1 200 OK\r\nContent-Type: appl"));
    kinds.push_back(raw("not HTTP", Effect::Harmless, "220 mail.example.org ESMTP\r\n"));
    kinds.push_back(kind("closed in the middle of the body", Effect::Harmless, cutConnection()));
    kinds.push_back(chunked("chunks", Effect::Harmless, true));
    kinds.push_back(chunked("chunks without an end", Effect::Depends, false));
    kinds.push_back(kind("silence", Effect::Harmless, answerLate(60'000)));
    kinds.push_back(kind("dripping", Effect::Harmless, [](FakeAnswer& answer) { answer.drip = true; }));
    kinds.push_back(kind("length too long", Effect::Harmless, [](FakeAnswer& answer) {
        answer.raw = "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(answer.body.size() + 7) +
                     "\r\nConnection: close\r\n\r\n" + answer.body;
    }));
    kinds.push_back(
        body("length too short", Effect::Fails, [](const QByteArray& text) -> QByteArray { return text.chopped(7); }));
    return kinds;
}

std::vector<FaultKind> statusFaults() {
    std::vector<FaultKind> kinds;
    const auto add = [&kinds](int status, const char* type, Effect effect, const Headers& headers = {},
                              const char* more = "") {
        const QByteArray name = QByteArray::number(status) + more;
        kinds.push_back(kind(name, effect, failWith(status, type, headers)));
        kinds.push_back(kind(name + " with a page for people", effect, [status, headers](FakeAnswer& answer) {
            htmlPage(status)(answer);
            answer.headers += headers;
        }));
        kinds.push_back(kind(name + " without a body", effect, [status, headers](FakeAnswer& answer) {
            answer.status = status;
            answer.headers += headers;
            answer.body.clear();
        }));
    };
    add(400, "invalid_request_error", Effect::Depends);  // of a later page: the token may be stale
    add(401, "authentication_error", Effect::Fails);
    add(402, "billing_error", Effect::Fails);
    add(403, "permission_error", Effect::Fails);
    add(404, "not_found_error", Effect::Fails);
    add(408, "timeout_error", Effect::Harmless);
    add(409, "conflict_error", Effect::Harmless);
    add(413, "request_too_large", Effect::Depends);  // less can be asked of some
    add(429, "rate_limit_error", Effect::Harmless);
    add(429, "rate_limit_error", Effect::Harmless, {{"retry-after", "17"}}, " with retry-after");
    add(429, "rate_limit_error", Effect::Fails, {{"retry-after", "86400"}}, " until tomorrow");
    for (const int status : {500, 502, 503, 504, 529}) add(status, "api_error", Effect::Harmless);
    add(500, "api_error", Effect::Fails, {{"x-should-retry", "false"}}, " for good");
    for (const int status : {204, 206, 304}) {
        kinds.push_back(
            kind(QByteArray::number(status), Effect::Fails, [status](FakeAnswer& answer) { answer.status = status; }));
    }
    kinds.push_back({"redirect", Effect::Fails, [](FakeAnswer& answer, FaultScene& scene) {
                         redirectTo(scene.server.url().resolved(QUrl(RedirectPath)))(answer);
                         return true;
                     }});
    return kinds;
}

std::vector<FaultKind> textFaults() {
    std::vector<FaultKind> kinds;
    kinds.push_back(kind("captive portal", Effect::Fails, htmlPage(200)));
    kinds.push_back(kind("captive portal that says JSON", Effect::Fails, [](FakeAnswer& answer) {
        htmlPage(200)(answer);
        answer.contentType = "application/json";
    }));
    kinds.push_back(kind("wrong content type", Effect::Harmless,
                         [](FakeAnswer& answer) { answer.contentType = "text/html; charset=windows-1252"; }));
    kinds.push_back({"gzip", Effect::Harmless, [](FakeAnswer& answer, FaultScene&) {
                         answer.headers.append(std::pair<QByteArray, QByteArray>("Content-Encoding", "gzip"));
                         answer.body = gzipped(answer.body);
                         return true;
                     }});
    kinds.push_back({"broken gzip", Effect::Depends, [](FakeAnswer& answer, FaultScene&) {
                         answer.headers.append(std::pair<QByteArray, QByteArray>("Content-Encoding", "gzip"));
                         answer.body = gzipped(answer.body);
                         answer.body[answer.body.size() / 2] = static_cast<char>(~answer.body[answer.body.size() / 2]);
                         return true;
                     }});
    kinds.push_back({"gzip cut short", Effect::Fails, [](FakeAnswer& answer, FaultScene&) {
                         answer.headers.append(std::pair<QByteArray, QByteArray>("Content-Encoding", "gzip"));
                         answer.body = gzipped(answer.body);
                         answer.body.chop(answer.body.size() / 2);
                         return true;
                     }});
    kinds.push_back({"no gzip that says so", Effect::Fails, [](FakeAnswer& answer, FaultScene&) {
                         answer.headers.append(std::pair<QByteArray, QByteArray>("Content-Encoding", "gzip"));
                         return true;
                     }});
    const auto add = [&kinds](const char* name, auto change) { kinds.push_back(body(name, Effect::Fails, change)); };
    add("JSON cut in half", [](const QByteArray& text) -> QByteArray { return text.left(text.size() / 2); });
    add("JSON without its last brace", [](const QByteArray& text) -> QByteArray { return text.chopped(1); });
    add("empty body", [](const QByteArray&) -> QByteArray { return QByteArray(); });
    add("blanks", [](const QByteArray&) -> QByteArray { return QByteArray(" \r\n\t "); });
    add("null", [](const QByteArray&) -> QByteArray { return QByteArray("null"); });
    add("a list", [](const QByteArray& text) -> QByteArray { return '[' + text + ']'; });
    add("text", [](const QByteArray&) -> QByteArray { return QByteArray("\"data\""); });
    add("two answers in one", [](const QByteArray& text) -> QByteArray { return text + text; });
    add("something after the end", [](const QByteArray& text) -> QByteArray { return text + "<!-- 12 ms -->"; });
    add("UTF-16", asUtf16);
    add("bytes that are no UTF-8",
        [](QByteArray text) -> QByteArray { return text.insert(text.size() - 1, ",\"x\":\"\xc3\x28\""); });
    add("a zero byte", [](QByteArray text) -> QByteArray { return text.insert(text.size() / 2, '\0'); });
    // Where an unknown field is skipped unread, its depth does not matter.
    kinds.push_back(body("too deep", Effect::Depends, [](QByteArray text) -> QByteArray {
        return text.insert(text.size() - 1, ",\"x\":" + QByteArray(5000, '[') + QByteArray(5000, ']'));
    }));
    kinds.push_back(body("byte order mark", Effect::Depends,
                         [](const QByteArray& text) -> QByteArray { return "\xef\xbb\xbf" + text; }));
    kinds.push_back(body("unknown fields", Effect::Harmless, [](QByteArray text) -> QByteArray {
        return text.insert(1, R"("new_field":{"a":[1,null,{"b":-1.5e300}]},)");
    }));
    return kinds;
}

}  // namespace tokenledger::test
