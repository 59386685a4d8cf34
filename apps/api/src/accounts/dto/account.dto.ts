import { ApiProperty } from '@nestjs/swagger';
import { ROLES, PERMISSIONS, type Permission, type Role } from '@dingben/workflow';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { ListQuery } from '../../platform/http/list.js';
import { QueryBoolean } from '../../platform/http/query.js';
import { StoredText } from '../../platform/http/stored-text.js';

/** Letters that cannot be mistaken for each other across scripts. */
const USERNAME = /^[a-z][a-z0-9._-]{1,39}$/;

export class AccountDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  username!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles!: Role[];

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

export class AccountPageDto {
  @ApiProperty({ type: [AccountDto] })
  items!: AccountDto[];

  @ApiProperty({ type: 'integer' })
  total!: number;
}

export class MeDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  username!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles!: Role[];

  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions!: Permission[];
}

export class AccountListQuery extends ListQuery {
  @ApiProperty({ required: false, description: 'Part of the name or the username.' })
  @IsOptional()
  @StoredText({ max: 100 })
  q?: string;

  @ApiProperty({ required: false, enum: ROLES, enumName: 'Role' })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @ApiProperty({ required: false })
  @QueryBoolean()
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @ApiProperty({ required: false, enum: ['username', 'name', 'createdAt'], default: 'username' })
  @IsOptional()
  @IsIn(['username', 'name', 'createdAt'])
  sort: 'username' | 'name' | 'createdAt' = 'username';
}

export class CreateAccountDto {
  @ApiProperty({ pattern: USERNAME.source })
  @Matches(USERNAME)
  username!: string;

  @ApiProperty({ minLength: 1, maxLength: 60 })
  @StoredText({ min: 1, max: 60 })
  name!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  @ApiProperty({ minLength: 12, maxLength: 200 })
  @StoredText({ min: 12, max: 200 })
  password!: string;
}

export class ChangeAccountDto {
  @ApiProperty({ required: false, minLength: 1, maxLength: 60 })
  @ValidateIf((_, value) => value !== undefined)
  @StoredText({ min: 1, max: 60 })
  name?: string;

  @ApiProperty({ required: false, enum: ROLES, enumName: 'Role', isArray: true })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles?: Role[];

  @ApiProperty({ required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  active?: boolean;
}

export class SetPasswordDto {
  @ApiProperty({ minLength: 12, maxLength: 200 })
  @StoredText({ min: 12, max: 200 })
  password!: string;
}
