# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake -DSCRATCH=DIR -DLUPDATE=PROGRAM -P CheckersSelfTest.cmake: a checker that finds nothing is worth nothing, so violations are planted in
# an otherwise empty tree, and each must be found, and the lawful lines beside them must not.

cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE "${SCRATCH}")
# REUSE-IgnoreStart
set(spdx "// SPDX-FileCopyrightText: 2026 The Deskwarden authors\n// SPDX-License-Identifier: MIT\n")
# REUSE-IgnoreEnd

function(plant file)
    list(JOIN ARGN "\n" text)
    file(WRITE "${SCRATCH}/${file}" "${spdx}${text}\n")
endfunction()

# expect(SCRIPT [-DKEY=VALUE ...]): runs the script; every line of `expected` must be printed, and nothing that names `lawful` files
function(expect script)
    execute_process(COMMAND "${CMAKE_COMMAND}" "-DROOT=${SCRATCH}" ${ARGN} -P "${CMAKE_CURRENT_LIST_DIR}/${script}"
        RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE printed)
    foreach(line IN LISTS expected)
        string(FIND "${printed}" "${line}" place)
        if(place EQUAL -1)
            message(SEND_ERROR "${script} did not find: ${line}\nIt printed:\n${printed}")
        endif()
    endforeach()
    if(printed MATCHES "Lawful")
        message(SEND_ERROR "${script} blames a lawful file:\n${printed}")
    endif()
    if(status EQUAL 0)
        message(SEND_ERROR "${script} succeeded on planted violations")
    endif()
endfunction()

plant(src/core/Lawful.h "#include \"core/Session.h\"" "#include <vector>")
plant(src/models/table/Lawful.cpp "#include \"models/table/Lawful.h\"" "#include \"models/texts/Texts.h\"" "#include <QStringView>"
    "#include <QColor>")
plant(ui/window/Lawful.cpp "#include \"models/texts/Texts.h\"" "#include \"ui_Lawful.h\"" "#include <QMainWindow>")
plant(src/simulator/Lawful.cpp "#include \"management/seam/Query.h\"" "#include \"simulator/farm/Farm.h\"" "#include <microhttpd.h>")
plant(app/Lawful.cpp "#include \"wsman/WsmanConnection.h\"" "#include <QApplication>")
plant(src/core/Up.h "#include \"models/texts/Texts.h\"")
plant(src/wsman/Sibling.cpp "#include \"simulator/SimulatedBroker.h\"")
plant(src/management/seam/Qt.cpp "  #  include <QString>")
plant(src/models/table/Widget.h "#include <QTableView>")
plant(src/desk/Lawful.cpp "#include \"models/texts/Texts.h\"" "#include \"storage/AuditLog.h\"" "#include <QTimer>")
plant(src/desk/Window.cpp "#include \"ui/window/MainWindow.h\"" "#include <QMainWindow>")
plant(src/desk/Program.h "#include \"app/cli/Output.h\"")
plant(src/desk/Wire.h "#include \"wsman/WsmanConnection.h\"")
plant(src/models/table/Desk.h "#include \"desk/ServerLink.h\"")
plant(src/storage/Desk.h "#include \"desk/ServerLink.h\"")
plant(src/storage/Foreign.cpp "#include <curl/curl.h>")
plant(ui/widgets/Wire.cpp "#include \"wsman/http/HttpChannel.h\"")
plant(ui/widgets/Near.cpp "#include \"Near.h\"")
plant(src/stray/Stray.h "")
plant(src/management/seam/Act.h "#include \"management/acting/Drain.h\"")
plant(src/wsman/soap/Root.cpp "#include \"wsman/WsmanConnection.h\"")
plant(src/models/Homeless.h "")
plant(ui/attic/Old.h "")
set(expected
    "src/core/Up.h: core must not include models"
    "src/wsman/Sibling.cpp: wsman must not include simulator"
    "src/management/seam/Qt.cpp: management is Qt-free, but includes <QString>"
    "src/models/table/Widget.h: models must not know widgets, but includes <QTableView>"
    "src/desk/Window.cpp: desk must not include ui"
    "src/desk/Window.cpp: desk must not know widgets, but includes <QMainWindow>"
    "src/desk/Program.h: desk must not include app"
    "src/desk/Wire.h: desk must not include wsman"
    "src/models/table/Desk.h: models must not include desk"
    "src/storage/Desk.h: storage must not include desk"
    "src/storage/Foreign.cpp: storage has no business with <curl/curl.h>"
    "ui/widgets/Wire.cpp: ui must not include wsman"
    "ui/widgets/Near.cpp: \"Near.h\" must be included from src/ or the top"
    "src/stray: not a layer of the table"
    "src/management/seam/Act.h: the room management/seam must not include management/acting"
    "src/wsman/soap/Root.cpp: the room wsman/soap must not include wsman/."
    "src/models/Homeless.h: . is not a room of models"
    "ui/attic/Old.h: attic is not a room of ui")
expect(CheckLayers.cmake)

file(REMOVE_RECURSE "${SCRATCH}")
set(pronoun "Who" "ever")
list(JOIN pronoun "" pronoun)
set(mark "TO" "DO")
list(JOIN mark "" mark)
string(REPEAT "int a\;\n" 501 long)
set(home "/home")
plant(src/core/Lawful.h "// The user who signs in. Whole lists wait for those whom it names.")
plant(src/core/Lawful.cpp "// UNDONE, FIXMEUP and mktemp XXXXXX" "// http://host/wmi/root/cimv2/rdms" "return app.exec()\;")
plant(src/core/Marked.cpp "// ${mark}: later")
plant(src/core/Long.cpp "${long}")
string(TOLOWER "${pronoun}" lower_pronoun)
plant(src/core/Vague.h "// It waits for ${lower_pronoun} comes late.")
plant(src/core/Riddle.h "// Fails early. ${pronoun} comes late waits.")
plant(ARCHITECTURE.md "| a value | `src/core/Lawful.h`, `Lawful.cpp` |" "| a ghost | `src/core/Gone.cpp` |")
plant(src/core/Single.cpp "Registry::instance()->find(1)\;")
plant(ui/Modal.cpp "if (dialog->exec() == 1) {")
plant(src/core/Partition.cpp "std::ranges::stable_partition(values, isOdd)\;")
plant(tests/core/Place.cpp "open(\"${home}/ada/x\")\;")
plant(extra/Stray.h "")
plant(CMakeLists.txt "project(Lawful VERSION 1.2.3)")
plant(CHANGELOG.md "## [1.2.4] - 2026-11-29" "## [1.2.3] - 2026-11-22")
plant(installer/debian/changelog "deskwarden (1.2.3) unstable")
file(WRITE "${SCRATCH}/app/Bare.cpp" "int main() {}\n")
set(expected
    "src/core/Marked.cpp: finish it or file an issue"
    "src/core/Long.cpp: has 50"
    "src/core/Riddle.h: name the subject"
    "src/core/Vague.h: name the subject"
    "ARCHITECTURE.md: no such file: src/core/Gone.cpp"
    "src/core/Single.cpp: no singletons"
    "ui/Modal.cpp: dialogs are opened with open()"
    "src/core/Partition.cpp: what returns a subrange"
    "tests/core/Place.cpp: path of a particular machine"
    "extra/Stray.h: does not belong to the fixed top level"
    "CHANGELOG.md: is of version 1.2.4"
    "app/Bare.cpp: lacks the two SPDX lines")
expect(CheckSources.cmake)

file(REMOVE_RECURSE "${SCRATCH}")
plant(src/models/Lawful.cpp "QString a() { return QCoreApplication::translate(\"Texts\", \"Lawful, [a] text\")\; }")
plant(ui/Forgotten.cpp "class Forgotten { Q_OBJECT }\;" "QString b() { return Forgotten::tr(\"It's [new\")\; }")
plant(app/Counted.cpp "QString c(int n) { return QCoreApplication::translate(\"Texts\", \"%n act(s)\", nullptr, n)\; }")
file(WRITE "${SCRATCH}/resources/translations/planted_ru.ts" "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n"
    "<TS version=\"2.1\" language=\"ru\" sourcelanguage=\"en\"><context><name>Texts</name><message>\n"
    "<source>Lawful, [a] text</source><translation>Законный текст</translation></message></context></TS>\n")
plant(resources/Lawful.cmake "file(GLOB help \"help/*.md\")" "set(spoken \"ru-RU\" run.md)")
plant(resources/CMakeLists.txt "install(FILES help/en.md help/ru.md DESTINATION doc)")
plant(ui/Named.cpp "const bool isRussian = language == QLatin1String(\"ru\")\;")
set(expected
    "ru: resources/help/ru.md is missing"
    "ru: resources/messages/ru.json is missing"
    "ru: resources/translations/deskwarden_ru.ts is missing"
    "resources/CMakeLists.txt: languages are found by their files: install(FILES help/en.md help/ru.md"
    "ui/Named.cpp: languages are found by their files: const bool isRussian"
    "planted_ru.ts: not translated: It's (new"
    "planted_ru.ts: not translated: %n act(s)"
    "English has no plural forms here, word one and many apart: %n act(s)")
expect(CheckTranslations.cmake "-DLUPDATE=${LUPDATE}" "-DSCRATCH=${SCRATCH}/updated")
