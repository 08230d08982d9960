#include "app/cli/trackingimport.h"

#include "app/finance/kinds.h"
#include "app/finance/trackingtexts.h"
#include "app/reports/trackingcomparison.h"
#include "storage/cachewriter.h"

#include <QFileInfo>

namespace tokenledger::cli {

namespace {

QString text(const char* latin1) { return QString::fromLatin1(latin1); }

tl::unexpected<Error> usage(const QString& message) { return failure(ErrorKind::Usage, message); }

QString sourceName(const Context& context) { return context.options.value(text("source")).trimmed(); }

/// "NAME=VALUE" of --map and --alias.
Result<std::pair<QString, QString>> pairOf(const char* option, const QString& value) {
    const qsizetype equals = value.indexOf(u'=');
    if (equals > 0 && equals + 1 < value.size()) return std::pair(value.left(equals), value.mid(equals + 1));
    return usage(QStringLiteral("--%1 takes NAME=VALUE, not \"%2\".").arg(text(option), value));
}

template <typename T, typename FromName>
Result<void> readChoice(const Context& context, const char* option, FromName fromName, const char* allowed, T& value) {
    if (!context.options.isSet(text(option))) return {};
    const QString given = context.options.value(text(option));
    const auto known = fromName(given);
    if (!known)
        return usage(QStringLiteral("--%1 takes one of: %2; not \"%3\".").arg(text(option), text(allowed), given));
    value = *known;
    return {};
}

Result<void> readMaps(const Context& context, TrackingFormat& format) {
    for (const QString& value : context.options.values(text("map"))) {
        const auto pair = pairOf("map", value);
        if (!pair) return failure(pair.error());
        const auto field = trackingFieldFromName(pair->first);
        if (!field) {
            QStringList names;
            for (std::size_t i = 0; i < TrackingFieldCount; ++i)
                names << trackingFieldName(static_cast<TrackingField>(i));
            return usage(QStringLiteral("--map knows no field \"%1\"; the fields are %2.")
                             .arg(pair->first, names.join(QStringLiteral(", "))));
        }
        format.columns[*field] = pair->second;
    }
    for (const QString& value : context.options.values(text("alias"))) {
        const auto pair = pairOf("alias", value);
        if (!pair) return failure(pair.error());
        format.aliases[pair->first] = pair->second;
    }
    return {};
}

/// The options, over how the source was read the last time.
Result<TrackingFormat> readFormat(const Context& context, TrackingFormat format) {
    if (auto ok = readChoice(context, "preset", presetFromName, "own, litellm, ccusage", format.preset); !ok)
        return failure(ok.error());
    if (auto ok =
            readChoice(context, "separator", separatorFromName, "auto, comma, semicolon, tab, pipe", format.separator);
        !ok)
        return failure(ok.error());
    if (auto ok = readChoice(context, "date-format", dateFormFromName, "auto, iso, dmy, mdy", format.dates); !ok)
        return failure(ok.error());
    if (auto ok = readChoice(context, "encoding", encodingFromName,
                             "auto, utf-8, utf-16le, utf-16be, windows-1252, latin-1", format.encoding);
        !ok)
        return failure(ok.error());
    if (auto ok =
            readChoice(context, "prompt-tokens", promptMeaningFromName, "all, with-reads, uncached", format.prompt);
        !ok)
        return failure(ok.error());
    if (context.options.isSet(text("decimal-comma"))) format.decimalComma = true;
    if (context.options.isSet(text("add-up"))) format.addUp = true;
    if (auto ok = readMaps(context, format); !ok) return failure(ok.error());
    return format;
}

struct Import {
    TrackingFile file;
    TrackingImport import;
};

Result<Import> readFile(const Context& context, const QString& path, const TrackingFormat& format) {
    auto read = readTrackingPath(path, format);
    if (!read) return failure(read.error());
    TrackingImport import;
    import.author = context.composition.author();
    import.source = sourceName(context);
    import.fileName = read->name;
    import.sha256 = read->sha256;
    import.days = *read->content.preview.days;
    import.fileRows = read->content.preview.rows;
    return Import{std::move(read->content), std::move(import)};
}

Result<QStringList> usageModels(const CacheReader* cache) {
    QStringList models;
    if (cache == nullptr) return models;
    const auto terms = cache->valuesOf(Dimension::Model);
    if (!terms) return failure(terms.error());
    for (const TermId term : *terms) models << cache->text(term);
    return models;
}

Result<void> print(const Context& context, const CacheReader* cache, const Import& import) {
    const auto line = [&context](const QString& label, const QString& value) {
        context.out.line(label.leftJustified(14) + QStringLiteral("  ") + value);
    };
    for (const PreviewLine& each : previewLines(import.file)) line(each.label, each.text);
    const auto known = usageModels(cache);
    if (!known) return failure(known.error());
    const QStringList unknown = unknownModels(import.file.preview.models, *known);
    if (!unknown.isEmpty()) {
        line(QStringLiteral("Unknown"),
             QStringLiteral("not in Anthropic's usage: %1. If they have other names there, say --alias NAME=MODEL.")
                 .arg(unknown.mid(0, 20).join(QStringLiteral(", "))));
    }
    if (cache == nullptr) return {};
    const auto before = cache->tracking(import.import.source, import.import.days);
    if (!before) return failure(before.error());
    if (!before->empty()) {
        line(QStringLiteral("Replaces"),
             QStringLiteral("%1 rows of %2 between %3 and %4")
                 .arg(before->size())
                 .arg(import.import.source, import.import.days.first.toIso(), import.import.days.last.toIso()));
    }
    return {};
}

}  // namespace

ExitCode importTracking(const Context& context, const QStringList& arguments) {
    if (arguments.size() != 1 || sourceName(context).isEmpty()) {
        return context.complain({ErrorKind::Usage,
                                 QStringLiteral("reconcile import takes one file, and the name that you "
                                                "give the tracking: --source NAME."),
                                 {}});
    }
    std::unique_ptr<CacheReader> reader;
    const QString path = context.composition.cachePath();
    if (QFileInfo::exists(path)) {
        auto opened = CacheReader::open(path);
        if (!opened) return context.complain(opened.error());
        reader = *std::move(opened);
    }
    TrackingFormat remembered;
    if (reader && !context.options.isSet(text("preset"))) {
        const auto format = rememberedFormat(*reader, sourceName(context));
        if (!format) return context.complain(format.error());
        remembered = format->value_or(TrackingFormat{});
    }
    const auto format = readFormat(context, std::move(remembered));
    if (!format) return context.complain(format.error());
    const auto import = readFile(context, arguments.front(), *format);
    if (!import) return context.complain(import.error());
    if (const auto printed = print(context, reader.get(), *import); !printed) return context.complain(printed.error());
    if (context.options.isSet(text("dry-run"))) {
        context.out.line(QStringLiteral("Nothing was imported: this was a dry run."));
        return ExitCode::Done;
    }
    reader.reset();
    const auto writer = CacheWriter::open(path);
    if (!writer) return context.complain(writer.error());
    const DefinitionChange mapping{definitionkind::TrackingMapping, import->import.source, toJson(*format)};
    if (const auto stored = (*writer)->storeDefinitions({mapping}, import->import.author); !stored) {
        return context.complain(stored.error());
    }
    if (const auto stored = (*writer)->storeTracking(import->import, import->file.records); !stored) {
        return context.complain(stored.error());
    }
    context.out.line(QStringLiteral("Imported %1 days and models as %2.")
                         .arg(import->file.records.size())
                         .arg(import->import.source));
    return ExitCode::Done;
}

}  // namespace tokenledger::cli
