// Reads what the program writes: an RFC 4180 reader of the test's own.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace tokenledger::test {

struct Csv {
    QStringList header;
    std::vector<QStringList> rows;
    QString complaint;  // what is not RFC 4180 with CRLF; empty: nothing
};
[[nodiscard]] Csv readCsv(const QByteArray& bytes);

}  // namespace tokenledger::test
