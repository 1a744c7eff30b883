import {
  type ColumnDefinitionNode,
  DataTypeNode,
  GeneratedNode,
  OperationNodeTransformer,
  RawNode,
  type KyselyPlugin,
} from "kysely";

/**
 * Makes of the columns that migrations write for SQLite those of PostgreSQL that hold the same: an
 * integer has 64 bits, an id that counts up is an identity, and text is compared byte by byte,
 * whatever language the database was made for.
 */
export const postgresTypes: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: ({ result }) => Promise.resolve(result),
};

class ColumnTransformer extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const { autoIncrement, ...column } = node;
    const dataType = typeOf(column.dataType);
    return autoIncrement === true
      ? {
          ...column,
          dataType,
          generated: GeneratedNode.create({ identity: true, byDefault: true }),
        }
      : { ...column, dataType };
  }
}

const transformer = new ColumnTransformer();

function typeOf(type: ColumnDefinitionNode["dataType"]): ColumnDefinitionNode["dataType"] {
  if (!DataTypeNode.is(type)) return type;
  if (type.dataType === "integer") return DataTypeNode.create("bigint");
  return type.dataType === "text" ? RawNode.createWithSql('text collate "C"') : type;
}
