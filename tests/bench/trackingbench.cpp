// Measures the import of a file of internal tracking: reading it, storing what came of it, and the memory that this
// takes. With --toy it is a test of counts and sums at a small size.
#include "app/finance/trackingfile.h"
#include "app/reports/trackingcomparison.h"
#include "storage/cachewriter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <sys/resource.h>

using namespace tokenledger;

namespace {

const UtcDay First = UtcDay::fromDate(2024, 1, 1);

template <typename T>
T required(Result<T> result) {
    if (!result) qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

void expect(bool holds, const char* what) {
    if (!holds) qFatal("wrong: %s", what);
}

int peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<int>(usage.ru_maxrss / 1024);
}

/// A row a day and model, a thousand models a day.
void writeOwn(const QString& path, std::int64_t rows) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(
        "date,model,uncached_input,cache_creation_5m,cache_creation_1h,cache_read,output,requests,"
        "successful_requests,cost\r\n");
    for (std::int64_t i = 0; i < rows; ++i) {
        const QByteArray day = (First + static_cast<int>(i / 1000)).toIso().toUtf8();
        const QByteArray n = QByteArray::number(i);
        file.write(day + ",model-" + QByteArray::number(i % 1000) + ',' + n + ",1,2,\"3,456\"," + n +
                   ",10,9,0.000001\r\n");
    }
}

/// A row a request, as LiteLLM logs them.
void writeRequests(const QString& path, std::int64_t rows) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    for (std::int64_t i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        file.write(
            "{\"request_id\":\"chatcmpl-" + n +
            "\",\"call_type\":\"acompletion\",\"api_key\":"
            "\"88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b\","
            "\"spend\":1.5e-06,\"total_tokens\":190,\"prompt_tokens\":183,\"completion_tokens\":7,\"startTime\":\"" +
            (First + static_cast<int>(i % 365)).toIso().toUtf8() +
            "T10:11:12.345000+00:00\",\"model\":\"anthropic/claude-" + QByteArray::number(i % 5) +
            "\",\"custom_llm_provider\":\"anthropic\",\"cache_hit\":\"None\",\"status\":\"success\","
            "\"metadata\":{\"user_api_key_alias\":null,\"usage_object\":{\"cache_read_input_tokens\":60,\"cache_"
            "creation_input_tokens\":30}}}\n");
    }
}

TrackingFile measure(const char* name, const QString& path, const TrackingFormat& format) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read");
    QElapsedTimer timer;
    timer.start();
    TrackingFile read = required(readTrackingFile(file, format));
    QTextStream(stdout) << QStringLiteral(
                               "%1: %2 rows (%3 MB) in %4 ms, %5 records; peak memory of the program %6 MB\n")
                               .arg(QLatin1String(name))
                               .arg(read.preview.rows)
                               .arg(file.size() / 1'000'000)
                               .arg(timer.elapsed())
                               .arg(read.records.size())
                               .arg(peakMegabytes());
    return read;
}

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption toy(QStringLiteral("toy"), QStringLiteral("Small size: checks counts and sums."));
    parser.addOption(toy);
    parser.addHelpOption();
    parser.process(application);
    const std::int64_t rows = parser.isSet(toy) ? 5'000 : 1'000'000;
    const QTemporaryDir folder;

    const QString log = folder.filePath(QStringLiteral("requests.jsonl"));
    writeRequests(log, rows);
    TrackingFormat liteLlm;
    liteLlm.preset = TrackingPreset::LiteLlm;
    const TrackingFile requests = measure("LiteLLM requests, JSON lines", log, liteLlm);
    expect(requests.preview.sums.requests == rows && requests.preview.sums.output == 7 * rows, "every request counts");
    expect(requests.preview.sums.uncachedInput == 93 * rows && requests.preview.sums.cost->nano() == 1500 * rows,
           "sums");

    const QString own = folder.filePath(QStringLiteral("own.csv"));
    writeOwn(own, rows);
    const TrackingFile file = measure("own format, CSV", own, {});
    expect(static_cast<std::int64_t>(file.records.size()) == rows, "a record a row");
    expect(file.preview.sums.output == rows * (rows - 1) / 2 && file.preview.sums.cacheRead == 3456 * rows, "sums");

    const QString path = folder.filePath(QStringLiteral("tracking.tokenledger"));
    QElapsedTimer timer;
    {
        const auto writer = required(CacheWriter::open(path));
        TrackingImport import;
        import.author = {First.start(), QStringLiteral("bench")};
        import.source = QStringLiteral("Own");
        import.days = *file.preview.days;
        import.fileRows = file.preview.rows;
        timer.start();
        required(writer->storeTracking(import, file.records));
    }
    QTextStream(stdout) << QStringLiteral("stored in %1 ms; peak memory of the program %2 MB\n")
                               .arg(timer.elapsed())
                               .arg(peakMegabytes());
    const auto reader = required(CacheReader::open(path));
    timer.start();
    const auto tracked = required(trackedRequests(*reader, *file.preview.days, {}));
    QTextStream(stdout) << QStringLiteral("requests of all days in %1 ms\n").arg(timer.elapsed());
    expect(tracked.size() == 1 && tracked[0].requests == 10 * rows && tracked[0].successful == 9 * rows, "requests");
    return 0;
}
