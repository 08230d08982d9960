#include "app/cli/tableoutput.h"

#include "app/export/filewriter.h"
#include "app/export/tablewriter.h"

namespace tokenledger::cli {

const QStringList& tableOptions() {
    static const QStringList options{QStringLiteral("format"), QStringLiteral("bom"), QStringLiteral("output")};
    return options;
}

Result<QString> tableFormat(const Context& context) {
    return choiceOption(context.options, QStringLiteral("format"),
                        {QStringLiteral("table"), QStringLiteral("csv"), QStringLiteral("json")});
}

ExitCode putTable(const Context& context, const Table& table, ExitCode code) {
    const auto format = tableFormat(context);
    if (!format) return context.complain(format.error());
    QByteArray bytes;
    if (*format == QLatin1String("csv")) {
        bytes = toCsv(table, {.byteOrderMark = context.options.isSet(QStringLiteral("bom"))});
    } else if (*format == QLatin1String("json")) {
        bytes = toJson(table);
    } else {
        bytes = toText(table).toUtf8();
    }
    if (context.options.isSet(QStringLiteral("output"))) {
        const auto written = writeFileAtomically(context.options.value(QStringLiteral("output")), bytes);
        if (!written) return context.complain(written.error());
    } else {
        context.out.exact(bytes);
    }
    // What a reader of a bare table or CSV must know beside the figures; JSON carries it inside.
    if (*format != QLatin1String("json")) {
        for (const QString& line : footerLines(table)) context.err.line(line);
    }
    return code;
}

}  // namespace tokenledger::cli
