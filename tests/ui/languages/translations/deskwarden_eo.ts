<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="eo" sourcelanguage="en">
<context>
    <name>deskwarden::ui::HelpWindow</name>
    <message>
        <source>en</source>
        <translation>eo</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Log off</source>
        <translation>Elsalutigi</translation>
    </message>
</context>
</TS>
